package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.eligibility.EligibilityCommand.ElapseEligibility;
import carequeue.api.visit.VisitCommand.EndPatience;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deadlines on a real database whose connections, as in the application, do not commit by themselves. */
class DeadlinesTest {

    private static final Instant PAST = NOON.minusSeconds(3600L * 24 * 365 * 10);
    private static final Instant FUTURE = NOON.plusSeconds(3600L * 24 * 365 * 10);

    private final CommandGateway commands = mock(CommandGateway.class);
    private HikariDataSource database;
    private TransactionTemplate transaction;
    private Deadlines deadlines;

    @BeforeEach
    void aNode() {
        database = notCommitting(TestPostgres.fresh());
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        deadlines = new Deadlines(commands, database, Clock.systemUTC(), "command");
        deadlines.start();
    }

    @AfterEach
    void stop() {
        deadlines.stop();
        database.close();
    }

    private static HikariDataSource notCommitting(HikariDataSource fresh) {
        try (fresh) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(fresh.getJdbcUrl());
            config.setUsername(fresh.getUsername());
            config.setPassword(fresh.getPassword());
            config.setAutoCommit(false);
            return new HikariDataSource(config);
        }
    }

    private long kept() {
        return transaction.execute(s -> JdbcClient.create(database)
                .sql("select count(*) from scheduled_tasks")
                .query(Long.class)
                .single());
    }

    @Test
    void patienceEndsWithAnOrderToTheVisitOnce() {
        transaction.executeWithoutResult(s -> {
            deadlines.schedule("v1", "patient", PAST);
            deadlines.schedule("v1", "patient", PAST);
        });
        ArgumentCaptor<Object> order = ArgumentCaptor.forClass(Object.class);
        verify(commands, timeout(10_000)).sendAndWait(order.capture());
        assertThat(((CommandMessage<?>) order.getValue()).getPayload()).isEqualTo(new EndPatience("v1", "patient"));
        await().until(() -> kept() == 0);
    }

    @Test
    void ofTwoNodesOneCarriesOutEachDeadline() {
        Deadlines another = new Deadlines(commands, database, Clock.systemUTC(), "command");
        another.start();
        transaction.executeWithoutResult(
                s -> IntStream.range(0, 40).forEach(i -> deadlines.schedule("v" + i, "patient", PAST)));
        await().atMost(Duration.ofSeconds(20)).until(() -> kept() == 0);

        ArgumentCaptor<Object> orders = ArgumentCaptor.forClass(Object.class);
        verify(commands, times(40)).sendAndWait(orders.capture());
        assertThat(orders.getAllValues())
                .extracting(order -> ((CommandMessage<?>) order).getPayload())
                .doesNotHaveDuplicates();
        another.stop();
    }

    @Test
    void aFailureIsTriedAgain() {
        when(commands.sendAndWait(any()))
                .thenThrow(new IllegalStateException("away"))
                .thenReturn(null);
        transaction.executeWithoutResult(s -> deadlines.schedule("v1", "patient", PAST));
        verify(commands, timeout(10_000).times(2)).sendAndWait(any());
    }

    @Test
    void whatAKilledNodeHadBegunIsBegunAgainSoon() {
        transaction.executeWithoutResult(s -> deadlines.schedule("v1", "patient", FUTURE));
        transaction.executeWithoutResult(s -> JdbcClient.create(database)
                .sql("update scheduled_tasks set execution_time = now() - interval '1 minute', picked = true,"
                        + " picked_by = 'a killed node', last_heartbeat = now() - interval '25 seconds'")
                .update());
        verify(commands, timeout(20_000)).sendAndWait(any());
        await().until(() -> kept() == 0);
    }

    @Test
    void begunTwiceItOrdersUnderOneKeyAndArrangedAnewUnderAnother() {
        for (Instant at : List.of(PAST, PAST, PAST.plusSeconds(900))) {
            transaction.executeWithoutResult(s -> deadlines.schedule("v1", "patient", at));
            await().until(() -> kept() == 0);
        }
        ArgumentCaptor<Object> orders = ArgumentCaptor.forClass(Object.class);
        verify(commands, times(3)).sendAndWait(orders.capture());
        List<Object> keys = orders.getAllValues().stream()
                .map(order -> ((CommandMessage<?>) order).getMetaData().get(Facts.REPEAT_KEY))
                .toList();
        assertThat(keys.get(0)).isNotNull().isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        when(commands.sendAndWait(any())).thenThrow(new Refused.NotFound("eligibility check", "e1"));
        transaction.executeWithoutResult(s -> deadlines.schedule(Waiting.ELIGIBILITY, "e1", "retry-1", PAST));
        await().until(() -> kept() == 0);
        ArgumentCaptor<Object> order = ArgumentCaptor.forClass(Object.class);
        verify(commands).sendAndWait(order.capture());
        assertThat(((CommandMessage<?>) order.getValue()).getPayload())
                .isEqualTo(new ElapseEligibility("e1", "retry-1"));
    }

    @Test
    void aDeadlineLivesAndDiesWithTheTransactionOfTheStep() {
        transaction.executeWithoutResult(s -> {
            deadlines.schedule("v1", "patient", FUTURE);
            s.setRollbackOnly();
        });
        assertThat(kept()).isZero();
        transaction.executeWithoutResult(s -> deadlines.schedule("v1", "patient", FUTURE));
        assertThat(kept()).isEqualTo(1);
        transaction.executeWithoutResult(s -> {
            deadlines.cancel("v1", "patient");
            s.setRollbackOnly();
        });
        assertThat(kept()).isEqualTo(1);
        transaction.executeWithoutResult(s -> deadlines.cancel("v1", "patient"));
        assertThat(kept()).isZero();
        transaction.executeWithoutResult(s -> deadlines.cancel("v1", "patient"));
        verify(commands, never()).sendAndWait(any());
    }

    @Test
    void theDataIsJson() {
        transaction.executeWithoutResult(s -> deadlines.schedule("v1", "patient", FUTURE));
        byte[] data = transaction.execute(s -> JdbcClient.create(database)
                .sql("select task_data from scheduled_tasks")
                .query(byte[].class)
                .single());
        assertThat(new String(data, StandardCharsets.UTF_8))
                .isEqualTo("{\"who\":\"VISIT\",\"id\":\"v1\",\"step\":\"patient\",\"at\":2110813200.000000000}");
    }

    @Test
    void onlyTheCommandRoleRunsThem() {
        deadlines.stop();
        Deadlines elsewhere = new Deadlines(commands, database, Clock.systemUTC(), "query, integration");
        elsewhere.start();
        transaction.executeWithoutResult(s -> elsewhere.schedule("v1", "patient", PAST));
        verify(commands, after(700).never()).sendAndWait(any());
        elsewhere.stop();
    }
}

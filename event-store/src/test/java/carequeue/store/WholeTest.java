package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carequeue.api.Claims;
import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.Position;
import carequeue.api.Refused;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The store wired into an application: an aggregate, a view and a saga on one history. */
class WholeTest {

    private ConfigurableApplicationContext application;
    private CommandGateway commands;
    private JdbcTemplate jdbc;

    @BeforeEach
    void start() {
        HikariDataSource database = TestPostgres.fresh();
        application = TestTown.start(database);
        commands = application.getBean(CommandGateway.class);
        jdbc = new JdbcTemplate(database);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void aCommandReachesHistoryTheViewAndTheSaga() {
        assertThat((String) commands.sendAndWait(new Lamp.Hang("l1", "north"))).isEqualTo("north");
        commands.sendAndWait(new Lamp.Toggle("l1", Phi.of("Ada")));

        await().untilAsserted(() -> assertThat(jdbc.queryForList("select lamp_id from lit", String.class))
                .containsExactly("l1"));
        await().untilAsserted(() -> assertThat(jdbc.queryForList("select name from event order by 1", String.class))
                .contains("lamp.hung", "lamp.toggled", "lamp.taken-down"));
        assertThat(jdbc.queryForObject("select revision from event where name = 'lamp.toggled'", String.class))
                .isEqualTo("2");
        await().untilAsserted(() -> assertThat(jdbc.queryForObject("select count(*) from saga", Long.class))
                .isZero());
    }

    @Test
    void aSagaThatStumblesStopsAndTriesAgainInsteadOfGoingOn() {
        TestTown.LampSaga.STUMBLES.set(1);
        commands.sendAndWait(new Lamp.Hang("l1", "north"));
        commands.sendAndWait(new Lamp.Toggle("l1", Phi.of("Ada")));

        await().untilAsserted(() -> assertThat(jdbc.queryForList("select name from event", String.class))
                .contains("lamp.taken-down"));
        assertThat(TestTown.LampSaga.STUMBLES).hasValue(0);
    }

    @Test
    void theResultCarriesThePositionAndEventsTheFacts() {
        CommandResultMessage<?> hung = dispatch(new Lamp.Hang("l1", "north"), Map.of(Facts.ACTOR, "anna"));
        assertThat(position(hung)).isEqualTo(1);
        assertThat(position(dispatch(new Lamp.Look("l1"), Map.of()))).isGreaterThanOrEqualTo(1);

        String metadata =
                new String(jdbc.queryForObject("select metadata from event where global_index = 1", byte[].class));
        assertThat(metadata).contains("\"actor\":\"anna\"", "causationId").doesNotContain("repeat");
    }

    @Test
    void aTakenKeyRefusesAndNamesTheHolder() {
        commands.sendAndWait(new Lamp.Hang("l1", "north"));

        assertThatThrownBy(() -> commands.sendAndWait(new Lamp.Hang("l2", "north")))
                .isInstanceOfSatisfying(
                        Refused.AlreadyTaken.class, e -> assertThat(e.holder()).isEqualTo("l1"));
        assertThat(holder("north")).isEqualTo("l1");
        assertThat(holder("south")).isNull();

        commands.sendAndWait(new Lamp.TakeDown("l1"));
        commands.sendAndWait(new Lamp.Hang("l2", "north"));
        assertThat(holder("north")).isEqualTo("l2");
    }

    @Test
    void anEventThatAViewCannotTakeInIsSetAside() {
        commands.sendAndWait(new Lamp.Hang("bad", "north"));
        commands.sendAndWait(new Lamp.Toggle("bad", Phi.of("Ada")));
        commands.sendAndWait(new Lamp.Hang("good", "south"));
        commands.sendAndWait(new Lamp.Toggle("good", Phi.of("Ada")));

        await().untilAsserted(() -> assertThat(jdbc.queryForList("select lamp_id from lit", String.class))
                .containsExactly("good"));
        List<String> causes = jdbc.queryForList(
                "select cause_message from dead_letter where processing_group = 'view.town' and aggregate_id = 'bad'"
                        + " and cause_message is not null",
                String.class);
        assertThat(causes).isNotEmpty().allMatch(cause -> !cause.contains("bad"));

        jdbc.execute("alter table lit drop constraint lit_lamp_id_check");
        application
                .getBean(EventProcessingConfiguration.class)
                .sequencedDeadLetterProcessor("view.town")
                .orElseThrow()
                .processAny();
        assertThat(jdbc.queryForList("select lamp_id from lit", String.class)).contains("bad");
        assertThat(jdbc.queryForObject("select count(*) from dead_letter", Long.class))
                .isZero();
    }

    @Test
    void onTwoNodesTheFirstArrivalsOfOneAggregateBothSucceed() {
        HikariDataSource database = TestPostgres.fresh();
        try (ConfigurableApplicationContext one = TestTown.start(database);
                ConfigurableApplicationContext two = TestTown.start(database)) {
            for (int i = 0; i < 30; i++) {
                Lamp.Hang hang = new Lamp.Hang("l" + i, "hook " + i);
                CompletableFuture<String> here = CompletableFuture.supplyAsync(
                        () -> one.getBean(CommandGateway.class).sendAndWait(hang), TestThreads.ALL);
                CompletableFuture<String> there = CompletableFuture.supplyAsync(
                        () -> two.getBean(CommandGateway.class).sendAndWait(hang), TestThreads.ALL);
                assertThat(List.of(here.join(), there.join())).containsOnly("hook " + i);
            }
            assertThat(new JdbcTemplate(database).queryForObject("select count(*) from event", Long.class))
                    .isEqualTo(60);
        }
    }

    @Test
    void textWithNulIsRefusedWithItsField() {
        assertThatThrownBy(() -> commands.sendAndWait(new Lamp.Hang("l1", "no\0rth")))
                .isInstanceOfSatisfying(
                        Refused.BadField.class,
                        e -> assertThat(e.fields())
                                .extracting(Refused.BadField.Field::pointer)
                                .containsExactly("/hook"));
        commands.sendAndWait(new Lamp.Hang("l1", "north"));
        assertThatThrownBy(() -> commands.sendAndWait(new Lamp.Toggle("l1", Phi.of("A\0a"))))
                .isInstanceOf(Refused.BadField.class);
    }

    @Test
    void aNodeRunsItsOwnGroupsAndMakesTheFirstTokensOfAll() {
        HikariDataSource database = TestPostgres.fresh();
        Processing views = new Processing(Set.of("effect.elsewhere"), group -> group.startsWith("view."));
        try (ConfigurableApplicationContext node = TestTown.start(database, views)) {
            JdbcTemplate its = new JdbcTemplate(database);
            assertThat(its.queryForList("select processor_name from token order by 1", String.class))
                    .contains("effect.elsewhere", "saga.lamp");
            node.getBean(CommandGateway.class).sendAndWait(new Lamp.Hang("l1", "north"));
            node.getBean(CommandGateway.class).sendAndWait(new Lamp.Toggle("l1", Phi.of("Ada")));

            await().untilAsserted(() -> assertThat(its.queryForList("select lamp_id from lit", String.class))
                    .containsExactly("l1"));
            EventProcessingConfiguration processors = node.getBean(EventProcessingConfiguration.class);
            assertThat(processors.eventProcessor("view.town"))
                    .hasValueSatisfying(p -> assertThat(p.isRunning()).isTrue());
            assertThat(processors.eventProcessor("saga.lamp"))
                    .hasValueSatisfying(p -> assertThat(p.isRunning()).isFalse());
        }
    }

    @Test
    void theOnlyNodeDoesNotWaitForTheClaimsOfOneThatWasKilled() {
        HikariDataSource database = TestPostgres.fresh();
        JdbcTemplate its = new JdbcTemplate(database);
        TestTown.start(database).close();
        // As a killed process leaves it: claimed a moment ago.
        its.update(
                "update token set owner = 'killed', touched_at = ?",
                Instant.now().toString());

        try (ConfigurableApplicationContext node =
                TestTown.start(database, Processing.everything(), "carequeue.processors.only-node=true")) {
            await().untilAsserted(() -> assertThat(its.queryForList(
                            "select distinct owner from token where processor_name like 'view.%'", String.class))
                    .doesNotContain("killed")
                    .doesNotContainNull());
            assertThat(node.isRunning()).isTrue();
        }
    }

    private String holder(String hook) {
        return application
                .getBean(QueryGateway.class)
                .query(new Claims.FindHolder(Lamp.hookKey(hook)), String.class)
                .join();
    }

    private CommandResultMessage<?> dispatch(Object command, Map<String, ?> facts) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        application
                .getBean(CommandBus.class)
                .dispatch(GenericCommandMessage.asCommandMessage(command).withMetaData(facts), answer);
        return answer.getResult();
    }

    private static long position(CommandResultMessage<?> result) {
        return ((Position) result.getMetaData().get(Position.KEY)).value();
    }
}

package carequeue.query.views;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a rebuild has folded, a live batch that comes by later does not fold again. */
class BatchInGenerationTest {

    private final HikariDataSource database = TestPostgres.fresh();
    private final List<Integer> generations = new ArrayList<>();
    private final BatchInGeneration batch =
            new BatchInGeneration("view.board", new Generations(JdbcClient.create(database)));

    @BeforeEach
    void rebuiltUpToTen() {
        new JdbcTemplate(database)
                .update("insert into view_generation (view, live, last, built) values ('view.board', 3, 3, 10)"
                        + " on conflict (view) do update set live = 3, last = 3, built = 10");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onlyWhatComesAfterItIsFolded() {
        assertThat(handled(9)).isFalse();
        assertThat(handled(10)).isFalse();
        assertThat(generations).isEmpty();
        assertThat(handled(11)).isTrue();
        assertThat(generations).containsExactly(3);
    }

    private boolean handled(long position) {
        EventMessage<?> event = new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("something"));
        UnitOfWork<EventMessage<?>> unit = new DefaultUnitOfWork<>(event);
        return Boolean.TRUE.equals(new TransactionTemplate(new JdbcTransactionManager(database))
                .execute(status -> unit.executeWithResult(() -> batch.handle(unit, this::folded))
                                .getPayload()
                        != null));
    }

    private Object folded() {
        generations.add(BatchInGeneration.of(CurrentUnitOfWork.get()).generation());
        return "folded";
    }
}

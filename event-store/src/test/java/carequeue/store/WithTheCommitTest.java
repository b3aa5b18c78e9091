package carequeue.store;

import static carequeue.store.TestBus.publish;
import static carequeue.store.TestStore.toggled;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Position;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a command has decided is written together with the commit: in one round trip, and whole or not at all. */
class WithTheCommitTest {

    private HikariDataSource pool;
    private TestBus bus;

    @BeforeEach
    void fresh() {
        HikariDataSource database = TestPostgres.fresh();
        pool = CountedSockets.pool(database);
        bus = TestBus.on(pool, database);
    }

    @AfterEach
    void close() {
        bus.history().shutDown();
        pool.close();
    }

    @Test
    void eventsAndCommitTakeOneRoundTrip() {
        bus.carryOut(h -> publish(h, toggled("l0", 0)));
        long before = CountedSockets.ROUND_TRIPS.get();
        bus.carryOut(h -> publish(h, toggled("l1", 0), toggled("l1", 1), toggled("l1", 2)));

        assertThat(CountedSockets.ROUND_TRIPS.get() - before).isEqualTo(1);
        assertThat(count("event")).isEqualTo(4);
    }

    @Test
    void aKeyToRepeatByTakesOneMore() {
        bus.carryOut(h -> publish(h, toggled("l0", 0)), "k0");
        long before = CountedSockets.ROUND_TRIPS.get();
        CommandResultMessage<?> result = bus.carryOut(h -> publish(h, toggled("l1", 0), toggled("l1", 1)), "k1");

        assertThat(CountedSockets.ROUND_TRIPS.get() - before).isEqualTo(2);
        assertThat(position(result)).isEqualTo(3);
        assertThat(bus.store().jdbc().queryForObject("select position from repeat where key = 'k1'", Long.class))
                .isEqualTo(3);
    }

    @Test
    void whatCollidesLeavesNothing() {
        bus.carryOut(h -> publish(h, toggled("l1", 0), toggled("l1", 1)));

        assertThat(bus.carryOut(h -> publish(h, toggled("l2", 0), toggled("l1", 1)), "k1")
                        .optionalExceptionResult())
                .containsInstanceOf(ConcurrencyException.class);
        assertThat(bus.carryOut(h -> publish(h, toggled("l2", 0), toggled("l1", 0)), "k1")
                        .optionalExceptionResult())
                .containsInstanceOf(AggregateStreamCreationException.class);
        assertThat(count("event")).isEqualTo(2);
        assertThat(count("repeat")).isZero();
    }

    @Test
    void whoeverElseIsInTheTransactionMayStillFailIt() {
        CommandResultMessage<?> result = bus.carryOut(h -> {
            CurrentUnitOfWork.get().onCommit(u -> TransactionSynchronizationManager.registerSynchronization(failing()));
            return publish(h, toggled("l1", 0));
        });

        assertThat(result.optionalExceptionResult())
                .hasValueSatisfying(e -> assertThat(e).hasMessage("no"));
        assertThat(count("event")).isZero();
    }

    private static TransactionSynchronization failing() {
        return new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                throw new IllegalStateException("no");
            }
        };
    }

    @Test
    void whoReadsInTheSameUnitOfWorkReadsThem() {
        long[] seen = new long[1];
        bus.carryOut(h -> {
            CurrentUnitOfWork.get()
                    .onCommit(u -> seen[0] =
                            bus.store().engine().readEvents("l1").asStream().count());
            return publish(h, toggled("l1", 0), toggled("l1", 1));
        });

        assertThat(seen[0]).isEqualTo(2);
        assertThat(count("event")).isEqualTo(2);
    }

    private long count(String table) {
        return bus.store().jdbc().queryForObject("select count(*) from " + table, Long.class);
    }

    private static long position(CommandResultMessage<?> result) {
        return ((Position) result.getMetaData().get(Position.KEY)).value();
    }
}

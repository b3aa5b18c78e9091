package carequeue.adapter.outbox;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Facts;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox on a real database, with effects that tests make up. */
public final class OutboxBench implements AutoCloseable {

    /** Said by the effect of the bench. */
    public record Said(String what) {}

    /** Asked for by the events of the bench. */
    public record Asked(String what) {}

    private final HikariDataSource database = TestPostgres.fresh();
    public final JdbcClient jdbc = JdbcClient.create(database);
    public final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    public final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    public final List<CommandMessage<?>> commands = new CopyOnWriteArrayList<>();
    public final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    public final Signal signal = new Signal();
    public final Outbox outbox = new Outbox(jdbc, transaction, signal);
    public final OutboxSettings settings;
    private long position;

    public OutboxBench() {
        this(new OutboxSettings(
                4,
                4,
                Duration.ofMillis(50),
                Duration.ofSeconds(60),
                Duration.ofDays(7),
                3,
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                0));
    }

    /** With other settings than those of most tests. */
    public OutboxBench(OutboxSettings settings) {
        this.settings = settings;
    }

    /** Takes every command of these types. */
    public OutboxBench hearing(Class<?>... types) {
        for (Class<?> type : types) {
            bus.subscribe(type.getName(), command -> {
                commands.add(command);
                return null;
            });
        }
        return this;
    }

    /** A dispatcher of a node of its own, not started. */
    public Dispatcher node(Effect... effects) {
        Ledger ledger = ledger();
        return new Dispatcher(ledger, carrier(ledger, effects), signal, settings);
    }

    public Ledger ledger() {
        return new Ledger(jdbc, transaction);
    }

    public Carrier carrier(Ledger ledger, Effect... effects) {
        return carrier(ledger, settings, effects);
    }

    public Carrier carrier(Ledger ledger, OutboxSettings settings, Effect... effects) {
        var gateway = DefaultCommandGateway.builder().commandBus(bus).build();
        return new Carrier(
                ledger, new PastEvents(events, transaction), new Answering(gateway), settings, List.of(effects));
    }

    /** Something happens to an aggregate; it is in history and can be planned for. */
    public DomainEventMessage<?> happened(String aggregateId, Object payload) {
        long sequence =
                events.lastSequenceNumberFor(aggregateId).map(last -> last + 1).orElse(0L);
        var event = new GenericDomainEventMessage<>("Test", aggregateId, sequence, payload);
        events.publish(event);
        return event;
    }

    public long nextPosition() {
        return ++position;
    }

    /** Something happens, and an effect is planned for it. */
    public DomainEventMessage<?> plan(Effect effect, String key, String what) {
        var event = happened(key, new Asked(what));
        plan(effect, event, nextPosition(), key);
        return event;
    }

    public void plan(Effect effect, DomainEventMessage<?> event, long at, String key) {
        transaction.executeWithoutResult(status -> outbox.plan(event, at, effect, key, "visit-" + key));
    }

    /** The state of every row, in order. */
    public List<String> states() {
        return jdbc.sql("select state from effect order by id")
                .query(String.class)
                .list();
    }

    /** Every row with its state and what was last wrong. */
    public List<String> ledgerSays() {
        return jdbc.sql("""
                        select effect || ' ' || attempts || ' in ' || extract(epoch from next_attempt_at - clock_timestamp())::int
                               || ' s ' || state || ': ' || coalesce(last_error, '-') from effect order by id""").query(String.class).list();
    }

    public void sql(String sql) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).update());
    }

    /** An effect that does what a test says. */
    public static Effect effect(String name, BiConsumer<Attempt, List<Answer>> what) {
        return effect("test", name, what);
    }

    /** An effect at a service, that does what a test says. */
    public static Effect effect(String service, String name, BiConsumer<Attempt, List<Answer>> what) {
        return new Effect() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String service() {
                return service;
            }

            @Override
            public void carryOut(Attempt attempt, List<Answer> answers) {
                what.accept(attempt, answers);
            }

            @Override
            public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
                return List.of(Answer.of("stuck", new Said("stuck: " + failure.getMessage())));
            }
        };
    }

    /** The facts that a command carries. */
    public static String fact(CommandMessage<?> command, String name) {
        return (String) command.getMetaData().get(name);
    }

    public List<String> said() {
        return commands.stream()
                .filter(command -> command.getPayload() instanceof Said)
                .map(command -> ((Said) command.getPayload()).what())
                .toList();
    }

    public List<String> keys() {
        return commands.stream().map(c -> fact(c, Facts.REPEAT_KEY)).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}

package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Money;
import carequeue.api.Position;
import carequeue.api.Refused;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A command repeated under its key is answered as the first time and carried out once. */
class RepeatsTest {

    private final AtomicInteger runs = new AtomicInteger();
    private TestStore store;
    private Repeats repeats;
    private SimpleCommandBus bus;

    @BeforeEach
    void fresh() {
        store = TestStore.on(TestPostgres.fresh());
        JdbcTemplate jdbc = store.jdbc();
        repeats = new Repeats(
                jdbc,
                store.transaction().getTransactionManager(),
                new StableSerializer(StableNames.of(Lamp.Event.class)));
        bus = SimpleCommandBus.builder()
                .transactionManager(
                        new SpringTransactionManager(store.transaction().getTransactionManager()))
                .build();
        bus.registerHandlerInterceptor(new PositionInterceptor(jdbc));
        bus.registerHandlerInterceptor(new RepeatInterceptor(repeats));
    }

    private void handler(Work handler) {
        bus.subscribe("work", message -> {
            runs.incrementAndGet();
            return handler.handle(message);
        });
    }

    private interface Work {
        Object handle(Object message) throws Exception;
    }

    /** Appends an event in the unit of work, as an aggregate would. */
    private void appendOne() {
        var events = EmbeddedEventStore.builder().storageEngine(store.engine()).build();
        events.publish(TestStore.toggled("l" + runs.get(), 0));
    }

    @Test
    void theSameKeyAndBodyIsAnsweredAgain() {
        handler(message -> {
            appendOne();
            return new Money(25, "USD");
        });
        CommandResultMessage<?> first = send("k1", "body");
        appendOther();
        CommandResultMessage<?> second = send("k1", "body");

        assertThat(second.getPayload()).isEqualTo(first.getPayload()).isEqualTo(new Money(25, "USD"));
        assertThat(position(second)).isEqualTo(position(first)).isEqualTo(1);
        assertThat(runs).hasValue(1);
        send("k2", "body");
        assertThat(runs).hasValue(2);
    }

    @Test
    void anAnswerMayBeNothing() {
        handler(message -> null);

        assertThat(send("k1", "body").getPayload()).isNull();
        assertThat(send("k1", "body").getPayload()).isNull();
        assertThat(runs).hasValue(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        handler(message -> "done");
        send("k1", "body");

        assertThat(send("k1", "other body").optionalExceptionResult()).containsInstanceOf(Refused.KeyReused.class);
    }

    @Test
    void whatStillRunsIsRefusedAtOnce() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        handler(message -> {
            running.countDown();
            end.await(20, TimeUnit.SECONDS);
            return "done";
        });
        CompletableFuture<Object> first =
                CompletableFuture.supplyAsync(() -> send("k1", "body").getPayload(), TestThreads.ALL);
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(send("k1", "body").optionalExceptionResult()).containsInstanceOf(Refused.StillRunning.class);
        end.countDown();
        assertThat(first.get()).isEqualTo("done");
        assertThat(send("k1", "body").getPayload()).isEqualTo("done");
        assertThat(runs).hasValue(1);
    }

    @Test
    void whatWasRefusedRunsAgain() {
        handler(message -> {
            if (runs.get() == 1) {
                throw new Refused.WrongState("closed", "The queue is closed.");
            }
            return "done";
        });

        assertThat(send("k1", "body").optionalExceptionResult()).containsInstanceOf(Refused.WrongState.class);
        assertThat(send("k1", "body").getPayload()).isEqualTo("done");
    }

    @Test
    void answersAreKeptForADay() {
        handler(message -> "done");
        send("k1", "body");
        send("k2", "body");
        later("25 hours");

        send("k1", "other body");
        assertThat(runs).hasValue(3);
        assertThat(repeats.forgetOld()).isEqualTo(1);
        assertThat(store.jdbc().queryForList("select key from repeat", String.class))
                .containsExactly("k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"saga.co-pay", "effect.ehr.arrived"})
    void theAnswersToProcessesOutliveALongOutage(String process) {
        handler(message -> "done");
        send(process, "k1", "body");
        send("anna POST /saga.co-pay", "k1", "body");
        later("89 days");

        send(process, "k1", "body");
        assertThat(runs).hasValue(2);
        assertThat(repeats.forgetOld()).isEqualTo(1);
        send("anna POST /saga.co-pay", "k1", "body");
        assertThat(runs).hasValue(3);

        later("2 days");
        send(process, "k1", "body");
        assertThat(runs).hasValue(4);
        later("91 days");
        assertThat(repeats.forgetOld()).isEqualTo(2);
    }

    @Test
    void theClinicSaysHowLongButNeverLessThanADay() {
        Repeats brief = new Repeats(
                store.jdbc(),
                store.transaction().getTransactionManager(),
                new StableSerializer(StableNames.of(Lamp.Event.class)),
                Duration.ofHours(1));
        handler(message -> "done");
        send("saga.co-pay", "k1", "body");
        later("23 hours");
        assertThat(brief.forgetOld()).isZero();
        later("2 hours");
        assertThat(brief.forgetOld()).isEqualTo(1);
    }

    private void later(String interval) {
        store.jdbc().update("update repeat set created_at = created_at - ?::interval", interval);
    }

    @Test
    void withoutAKeyNothingIsKept() {
        handler(message -> "done");
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(new GenericCommandMessage<>("x"), "work"), answer);

        assertThat(answer.getResult().getPayload()).isEqualTo("done");
        assertThat(store.jdbc().queryForObject("select count(*) from repeat", Long.class))
                .isZero();
    }

    private void appendOther() {
        store.append(TestStore.toggled("other", 0));
    }

    private CommandResultMessage<?> send(String key, String body) {
        return send("anna work", key, body);
    }

    private CommandResultMessage<?> send(String scope, String key, String body) {
        MetaData facts =
                MetaData.from(Map.of(Facts.REPEAT_SCOPE, scope, Facts.REPEAT_KEY, key, Facts.REPEAT_BODY, body));
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(new GenericCommandMessage<>("x", facts), "work"), answer);
        return answer.getResult();
    }

    private static long position(CommandResultMessage<?> result) {
        return ((Position) result.getMetaData().get(Position.KEY)).value();
    }
}

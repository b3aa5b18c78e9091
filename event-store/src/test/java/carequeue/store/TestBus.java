package carequeue.store;

import carequeue.api.Facts;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;

/** A command bus before a store, with what stands before every command. */
record TestBus(TestStore store, HistoryStore history, SimpleCommandBus bus) {

    /** What a command does; it publishes. */
    interface Work {
        Object handle(HistoryStore history) throws Exception;
    }

    /** On a database, with announcements through another pool, so that they do not count. */
    static TestBus on(DataSource database, DataSource announcements) {
        TestStore store = TestStore.on(database);
        var transactions = store.transaction().getTransactionManager();
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(new SpringTransactionManager(transactions))
                .build();
        bus.registerHandlerInterceptor(new PositionInterceptor(store.jdbc()));
        bus.registerHandlerInterceptor(new RepeatInterceptor(new Repeats(
                store.jdbc(), transactions, new StableSerializer(StableNames.of(Lamp.Event.class), TestKeys.fixed()))));
        return new TestBus(store, new HistoryStore(store.engine(), new Announcer(announcements)), bus);
    }

    CommandResultMessage<?> carryOut(Work work) {
        return carryOut(work, Map.of());
    }

    CommandResultMessage<?> carryOut(Work work, String key) {
        return carryOut(
                work, Map.of(Facts.REPEAT_SCOPE, "anna work", Facts.REPEAT_KEY, key, Facts.REPEAT_BODY, "body"));
    }

    private CommandResultMessage<?> carryOut(Work work, Map<String, ?> facts) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        Registration subscription = bus.subscribe("work", message -> work.handle(history));
        bus.dispatch(
                new GenericCommandMessage<>(new GenericCommandMessage<>("x", MetaData.from(facts)), "work"), answer);
        subscription.cancel();
        return answer.getResult();
    }

    static Object publish(HistoryStore history, EventMessage<?>... events) {
        history.publish(events);
        return null;
    }
}

package carequeue.command.queue;

import static carequeue.api.queue.EntryState.*;
import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand;
import carequeue.api.queue.QueueCommand.*;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every order to an entry in every state: what it comes to, or that it is refused with the state's name. */
class EntryTransitionsTest {

    /** Each order, with the states that allow it and the state it leads to (null: the state stays). */
    private static final Map<QueueCommand, Map<EntryState, EntryState>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put(new CallEntry(QUEUE, "ann", "room-1", null, SITE), Map.of(WAITING, CALLED));
        TABLE.put(new RecallEntry(QUEUE, "ann"), Map.of(CALLED, WAITING));
        TABLE.put(new StartService(QUEUE, "ann"), Map.of(CALLED, IN_SERVICE));
        TABLE.put(new CompleteService(QUEUE, "ann", null, SITE), Map.of(IN_SERVICE, COMPLETED));
        TABLE.put(new HoldEntry(QUEUE, "ann", HoldReason.PAYMENT), Map.of(WAITING, HELD));
        TABLE.put(new ReleaseEntry(QUEUE, "ann"), Map.of(HELD, WAITING));
        TABLE.put(new MarkNoShow(QUEUE, "ann"), Map.of(CALLED, NO_SHOW));
        TABLE.put(new BringBack(QUEUE, "ann"), Map.of(NO_SHOW, WAITING));
        TABLE.put(
                new TransferEntry(QUEUE, "ann", "lab", null, "blood first", SITE),
                Map.of(WAITING, TRANSFERRED, HELD, TRANSFERRED));
        TABLE.put(new Prioritize(QUEUE, "ann", 4, "better"), Map.of(WAITING, WAITING, HELD, HELD, CALLED, CALLED));
        TABLE.put(new Leave(QUEUE, "ann", "no time"), Map.of(WAITING, LEFT, HELD, LEFT));
        TABLE.put(
                new AssignProvider(QUEUE, "ann", "dr-roy", "dr lee is ill", SITE),
                Map.of(WAITING, WAITING, HELD, HELD));
        TABLE.put(new NeedPoint(QUEUE, "ann", "isolation", "a rash", SITE), Map.of(WAITING, WAITING, HELD, HELD));
        TABLE.put(new WaitForProvider(QUEUE, "ann"), Map.of(WAITING, WAITING, HELD, HELD));
        TABLE.put(
                new UndoStep(QUEUE, "ann"),
                Map.of(CALLED, WAITING, HELD, WAITING, LEFT, WAITING, IN_SERVICE, CALLED, NO_SHOW, CALLED));
    }

    static Stream<Arguments> everyPair() {
        List<Arguments> pairs = new ArrayList<>();
        TABLE.forEach((order, allowed) -> EnumSet.allOf(EntryState.class)
                .forEach(state -> pairs.add(Arguments.of(
                        order.getClass().getSimpleName() + " when " + state, order, state, allowed.get(state)))));
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefusedNamingTheState(String name, QueueCommand order, EntryState found, EntryState expected) {
        ResultValidator<Queue> outcome =
                Stories.fixture().given(Stories.anEntry(found)).when(order, MetaData.with(Facts.ROLES, "clinician"));
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectResultMessagePayload(new EntryOutcome("ann", expected))
                    .expectState(q -> assertThat(q.line().get("ann").state()).isEqualTo(expected));
        } else {
            outcome.expectNoEvents().expectException(new CustomTypeSafeMatcher<Throwable>("refused, naming " + found) {
                @Override
                protected boolean matchesSafely(Throwable failure) {
                    return failure instanceof Refused.WrongState wrong
                            && wrong.state().equals(found.toString())
                            && wrong.getMessage().contains("B-001");
                }
            });
        }
    }

    @Test
    void theTableNamesEveryOrderToAnEntry() {
        Stream<Class<?>> orders = Stream.of(QueueCommand.class.getPermittedSubclasses())
                .filter(c -> Stream.of(c.getRecordComponents())
                        .anyMatch(field -> field.getName().equals("entryId")))
                .filter(c -> c != JoinQueue.class && c != MarkElsewhere.class);
        assertThat(orders)
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.keySet().stream().map(Object::getClass).toList());
    }

    @ParameterizedTest
    @EnumSource(EntryState.class)
    void aWrongCheckInTakesItsEntryOutOfTheLineInWhateverState(EntryState found) {
        ResultValidator<Queue> outcome = Stories.fixture()
                .given(Stories.anEntry(found))
                .when(new EnterInError(QUEUE, "visit-ann", "the other Ann"));
        outcome.expectSuccessfulHandlerExecution()
                .expectState(q -> assertThat(q.line().get("ann").state()).isEqualTo(ENTERED_IN_ERROR));
        if (found == ENTERED_IN_ERROR) {
            outcome.expectNoEvents();
        }
    }

    @Test
    void theEntriesOfOtherVisitsStay() {
        Stories.fixture()
                .given(Stories.anEntry(WAITING))
                .when(new EnterInError(QUEUE, "visit-bob", "the other Bob"))
                .expectNoEvents();
    }
}

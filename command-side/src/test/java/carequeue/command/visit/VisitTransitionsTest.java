package carequeue.command.visit;

import static carequeue.api.visit.VisitState.*;
import static carequeue.command.visit.VisitStories.clinic;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.visit.VisitCommand;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitState;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every order to a visit in every state: what it comes to, or that it is refused with the state's name. */
class VisitTransitionsTest {

    /** Each order with the states that allow it and the state it leads to. */
    private static final Map<VisitCommand, Map<VisitState, VisitState>> TABLE = new LinkedHashMap<>();

    private static final String OPEN =
            "requested requested, checking-in checking-in, waiting waiting, in-service in-service";

    static {
        row(new AddService("v1", "imaging", "a2", null, null), OPEN);
        row(new IdentifyPatient("v1", "p2"), OPEN);
        row(
                new PlaceVisit("v1", "q", "e2", "L-001"),
                "requested waiting, checking-in waiting, waiting waiting, in-service waiting");
        row(new BeginService("v1"), "waiting in-service, in-service in-service");
        row(new BackToWaiting("v1"), "in-service waiting, waiting waiting");
        row(new FinishVisit("v1"), "waiting finished, in-service finished, finished finished");
        row(new EndUnseen("v1", "no time"), "waiting left, left left");
        row(new ReopenVisit("v1"), "left waiting, " + OPEN);
        row(
                new RefuseCheckIn("v1", "closed", "The queue is closed."),
                "requested refused, checking-in refused, refused refused");
        row(new CancelVisit("v1", "comes tomorrow"), "requested cancelled, checking-in cancelled, cancelled cancelled");
        row(
                new ReverseCheckIn("v1", "the other Maria"),
                "requested entered-in-error, checking-in entered-in-error, waiting entered-in-error,"
                        + " in-service entered-in-error, left entered-in-error, entered-in-error entered-in-error");
    }

    /** Taken in every state, and judged by what is known: news, waits that end, and what is to be done. */
    private static final Set<Class<?>> BESIDE = Set.of(
            RequestCheckIn.class,
            LookUpPatient.class,
            AnswerLookup.class,
            EndPatience.class,
            RaiseItem.class,
            CloseItem.class,
            CloseItemByHand.class,
            NoteTold.class,
            NoteStep.class,
            AskVisit.class);

    private static void row(VisitCommand order, String pairs) {
        Map<String, VisitState> words =
                Stream.of(VisitState.values()).collect(Collectors.toMap(Object::toString, s -> s));
        Map<VisitState, VisitState> row = new EnumMap<>(VisitState.class);
        Stream.of(pairs.split(", *")).map(p -> p.split(" ")).forEach(p -> row.put(words.get(p[0]), words.get(p[1])));
        TABLE.put(order, row);
    }

    static Stream<Arguments> everyPair() {
        return TABLE.entrySet().stream()
                .flatMap(row -> Stream.of(VisitState.values())
                        .map(state -> Arguments.of(
                                row.getKey().getClass().getSimpleName() + " when " + state,
                                row.getKey(),
                                state,
                                row.getValue().get(state))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefusedNamingTheState(String name, VisitCommand order, VisitState found, VisitState expected) {
        ResultValidator<Visit> outcome = clinic().given(VisitStories.at(found)).when(order);
        assertThat(VisitSteps.MACHINE.allows(order.getClass(), found)).isEqualTo(expected != null);
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectState(v -> assertThat(v.state()).isEqualTo(expected));
        } else {
            outcome.expectNoEvents().expectException(new CustomTypeSafeMatcher<Throwable>("refused, naming " + found) {
                @Override
                protected boolean matchesSafely(Throwable failure) {
                    return failure instanceof Refused.WrongState wrong
                            && wrong.state().equals(found.toString());
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(VisitState.class)
    void aStoryEndsInItsState(VisitState state) {
        VisitState at = null;
        for (VisitEvent event : VisitStories.at(state)) {
            at = VisitSteps.after(at, event);
        }
        assertThat(at).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(VisitState.class)
    void whatIsOverGivesTheOpenVisitBack(VisitState state) {
        Set<String> held = VisitStories.heldAt(state);
        assertThat(held.isEmpty()).isEqualTo(!state.open());
    }

    @Test
    void theTableNamesEveryOrder() {
        assertThat(VisitSteps.MACHINE.orders())
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.keySet().stream().map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(Stream.of(VisitCommand.class.getPermittedSubclasses())
                        .filter(c -> !BESIDE.contains(c))
                        .toList());
    }

    @Test
    void whatIsTakenBackIsOneOfTwo() {
        assertThat(TakenBack.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(VisitEvent.CheckInReversed.class, VisitEvent.VisitCancelled.class);
    }

    @Test
    void theTableCanBePrinted() {
        assertThat(VisitSteps.MACHINE.table().lines())
                .hasSize(VisitState.values().length + 2)
                .anyMatch(line -> line.startsWith("| finished | – |"));
    }
}

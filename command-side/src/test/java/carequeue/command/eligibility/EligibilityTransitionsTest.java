package carequeue.command.eligibility;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.eligibility.Checks.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.*;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Every order to an eligibility check in every state: what it comes to, or that it is refused with the state's name. */
class EligibilityTransitionsTest {

    /** Each order and the state it leads to from each state; the same state: nothing changes; missing: refused. */
    private static final Map<EligibilityCommand, Map<EligibilityState, EligibilityState>> TABLE = new LinkedHashMap<>();

    static {
        Map<EligibilityState, EligibilityState> again = all(REQUESTED);
        Map<EligibilityState, EligibilityState> unlessKnown = all(REQUESTED);
        unlessKnown.put(ACTIVE, ACTIVE);
        unlessKnown.put(INACTIVE, INACTIVE);
        TABLE.put(Checks.request("v1"), unlessKnown);
        again.remove(REQUESTED);
        TABLE.put(new RecheckEligibility("e1", Checks.POLICY), again);
        Map<EligibilityState, EligibilityState> late = same();
        late.put(REQUESTED, ACTIVE);
        late.put(PAYER_UNAVAILABLE, ACTIVE);
        TABLE.put(new RecordEligibility("e1", 1, Checks.answer(ACTIVE, FollowUp.NONE)), late);
        TABLE.put(new DecideEligibility("e1", false, Checks.BENEFITS, "by telephone"), all(INACTIVE));
        TABLE.put(new HandOverEligibility("e1"), same());
        Map<EligibilityState, EligibilityState> elapsed = same();
        elapsed.put(REQUESTED, PAYER_UNAVAILABLE);
        TABLE.put(new ElapseEligibility("e1", "answer-1"), elapsed);
        Map<EligibilityState, EligibilityState> retried = same();
        retried.put(PAYER_UNAVAILABLE, REQUESTED);
        TABLE.put(new ElapseEligibility("e1", "retry-1"), retried);
    }

    private static Map<EligibilityState, EligibilityState> all(EligibilityState to) {
        Map<EligibilityState, EligibilityState> row = new EnumMap<>(EligibilityState.class);
        Stream.of(EligibilityState.values()).forEach(from -> row.put(from, to));
        return row;
    }

    private static Map<EligibilityState, EligibilityState> same() {
        Map<EligibilityState, EligibilityState> row = new EnumMap<>(EligibilityState.class);
        Stream.of(EligibilityState.values()).forEach(from -> row.put(from, from));
        return row;
    }

    static Stream<Arguments> everyPair() {
        List<Arguments> pairs = new ArrayList<>();
        TABLE.forEach((order, to) -> Stream.of(EligibilityState.values())
                .forEach(state -> pairs.add(Arguments.of(
                        order.getClass().getSimpleName() + " when " + state, order, state, to.get(state)))));
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefusedNamingTheState(
            String name, EligibilityCommand order, EligibilityState found, EligibilityState expected) {
        ResultValidator<EligibilityCheck> outcome =
                Checks.fixture(NOON).given(Checks.cameTo(found)).when(order, MetaData.with(Facts.ROLES, "billing"));
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectState(check -> assertThat(check.state()).isEqualTo(expected));
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

    @Test
    void theTableNamesEveryOrder() {
        assertThat(TABLE.keySet().stream().map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrder(EligibilityCommand.class.getPermittedSubclasses());
    }
}

package carequeue.command.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.conflict.ConflictCommand;
import carequeue.api.conflict.ConflictCommand.EndConflict;
import carequeue.api.conflict.ConflictCommand.ResolveConflict;
import carequeue.api.conflict.ConflictState;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy.Rule;
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

/** A conflict from the two values to the one that holds. */
class ConflictTest extends ConflictRules {

    private static final MetaData MIA = MetaData.with(Facts.ACTOR, "mia");

    private static ResolveConflict decide(Side side, String value) {
        return new ResolveConflict("c1", side, Phi.of(value), "saw the passport");
    }

    /** Each order and the state it leads to from each state; missing: refused. */
    static Stream<Arguments> everyPair() {
        Map<ConflictCommand, Map<ConflictState, ConflictState>> table = Map.of(
                raise("1980-02-09", Rule.BY_A_PERSON, null),
                Map.of(ConflictState.OPEN, ConflictState.OPEN, ConflictState.RESOLVED, ConflictState.OPEN),
                decide(Side.OURS, null),
                Map.of(ConflictState.OPEN, ConflictState.RESOLVED),
                new EndConflict("c1", "same"),
                Map.of(ConflictState.OPEN, ConflictState.RESOLVED, ConflictState.RESOLVED, ConflictState.RESOLVED));
        assertThat(table.keySet().stream().map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(List.of(ConflictCommand.class.getPermittedSubclasses()))
                .containsExactlyInAnyOrderElementsOf(ConflictSteps.MACHINE.orders());
        return table.entrySet().stream()
                .flatMap(row -> Stream.of(ConflictState.values())
                        .map(s -> Arguments.of(row.getKey(), s, row.getValue().get(s))));
    }

    @Test
    void whereNoRuleDecidesItWaitsForAPerson() {
        clinic().givenNoPriorActivity()
                .when(raise("1980-02-01", Rule.BY_A_PERSON, null))
                .expectEvents(raised("1980-02-01", Rule.BY_A_PERSON))
                .expectState(c -> assertThat(c.state()).isEqualTo(ConflictState.OPEN));
    }

    @Test
    void aRuleDecidesAtOnceAndIsNamed() {
        clinic().givenNoPriorActivity()
                .when(raise("1980-02-01", Rule.LAST_WRITE_WINS, Side.THEIRS))
                .expectEvents(
                        raised("1980-02-01", Rule.LAST_WRITE_WINS),
                        resolved(Rule.LAST_WRITE_WINS, Side.THEIRS, "1980-02-01", "conflict-rules/1", null));
        clinic().givenNoPriorActivity()
                .when(raise("1980-02-01", Rule.MERGED, Side.OURS))
                .expectEvents(
                        raised("1980-02-01", Rule.MERGED),
                        resolved(Rule.MERGED, Side.OURS, "1980-01-02", "conflict-rules/1", null));
    }

    @Test
    void aPersonDecidesForOneOfTheTwoOrKnowsBetter() {
        clinic().given(raised("1980-02-01", Rule.BY_A_PERSON))
                .when(decide(Side.THEIRS, null), MIA)
                .expectEvents(resolved(Rule.BY_A_PERSON, Side.THEIRS, "1980-02-01", "mia", "saw the passport"));
        clinic().given(raised("1980-02-01", Rule.BY_A_PERSON))
                .when(decide(Side.OURS, null), MIA)
                .expectEvents(resolved(Rule.BY_A_PERSON, Side.OURS, "1980-01-02", "mia", "saw the passport"));
        clinic().given(raised("1980-02-01", Rule.BY_A_PERSON))
                .when(decide(Side.OTHER, "1980-01-20"), MIA)
                .expectEvents(resolved(Rule.BY_A_PERSON, Side.OTHER, "1980-01-20", "mia", "saw the passport"));
    }

    @Test
    void aDecisionIsWhole() {
        for (ResolveConflict order : List.of(
                decide(Side.OTHER, null),
                decide(Side.OTHER, "yesterday"),
                decide(Side.OURS, "1980-01-20"),
                new ResolveConflict("c1", Side.OURS, null, " "),
                new ResolveConflict("c1", null, null, "x"))) {
            clinic().given(raised("1980-02-01", Rule.BY_A_PERSON))
                    .when(order, MIA)
                    .expectNoEvents()
                    .expectException(Refused.BadField.class);
        }
    }

    @Test
    void anotherSitesStaffFindNoSuchConflict() {
        clinic().given(raised("1980-02-01", Rule.BY_A_PERSON))
                .when(decide(Side.OURS, null), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("everyPair")
    void isCarriedOutOrRefusedNamingTheState(ConflictCommand order, ConflictState found, ConflictState expected) {
        List<Object> story = found == ConflictState.OPEN
                ? List.of(raised("1980-02-01", Rule.BY_A_PERSON))
                : List.of(
                        raised("1980-02-01", Rule.BY_A_PERSON),
                        resolved(Rule.BY_A_PERSON, Side.OURS, "1980-01-02", "mia", "x"));
        ResultValidator<Conflict> outcome = clinic().given(story).when(order, MIA);
        assertThat(ConflictSteps.MACHINE.allows(order.getClass(), found)).isEqualTo(expected != null);
        if (expected != null) {
            outcome.expectSuccessfulHandlerExecution()
                    .expectState(c -> assertThat(c.state()).isEqualTo(expected));
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
}

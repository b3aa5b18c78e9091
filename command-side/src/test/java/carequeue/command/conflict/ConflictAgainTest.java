package carequeue.command.conflict;

import carequeue.api.conflict.ConflictCommand.EndConflict;
import carequeue.api.conflict.ConflictEvent.ConflictChanged;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy.Rule;
import org.junit.jupiter.api.Test;

/** What is said of a conflict once more. */
class ConflictAgainTest extends ConflictRules {

    @Test
    void theSameWordAgainIsNoNewsAndAnotherOneIsShown() {
        clinic().given(raised("1980-02-01", Rule.BY_A_PERSON))
                .when(raise("1980-02-01", Rule.BY_A_PERSON, null))
                .expectNoEvents();
        clinic().given(raised("1980-02-01", Rule.BY_A_PERSON))
                .when(raise("1980-02-02", Rule.BY_A_PERSON, null))
                .expectEvents(new ConflictChanged("c1", "p1", OURS, theirs("1980-02-02"), NOON));
    }

    @Test
    void whatWasDecidedIsAskedAgainOnlyForAnotherValue() {
        ConflictResolved decided = resolved(Rule.BY_A_PERSON, Side.OURS, "1980-01-02", "mia", "x");
        clinic().given(raised("1980-02-01", Rule.BY_A_PERSON), decided)
                .when(raise("1980-02-01", Rule.BY_A_PERSON, null))
                .expectNoEvents();
        clinic().given(raised("1980-02-01", Rule.BY_A_PERSON), decided)
                .when(raise("1980-02-02", Rule.BY_A_PERSON, null))
                .expectEvents(raised("1980-02-02", Rule.BY_A_PERSON));
    }

    @Test
    void whoSaysTheSameByNowNeedsNoJudge() {
        clinic().given(raised("1980-02-01", Rule.BY_A_PERSON))
                .when(new EndConflict("c1", "both say the same by now"))
                .expectEvents(resolved(
                        Rule.LAST_WRITE_WINS, Side.OURS, "1980-01-02", "conflict-rules/1", "both say the same by now"));
    }
}

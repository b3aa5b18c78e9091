package carequeue.command.conflict;

import carequeue.api.Phi;
import carequeue.api.conflict.ConflictCommand;
import carequeue.api.conflict.ConflictCommand.EndConflict;
import carequeue.api.conflict.ConflictCommand.RaiseConflict;
import carequeue.api.conflict.ConflictCommand.ResolveConflict;
import carequeue.api.conflict.ConflictState;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Said;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy.Rule;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Two birth dates of one patient. */
final class ConflictStates extends StateTable<Conflict, ConflictState> {

    ConflictStates() {
        super(Conflict.class, ConflictState.class, ConflictCommand.class, "c1");
        RaiseConflict raised = raise("1980-02-01", Rule.BY_A_PERSON, null);
        way(ConflictState.OPEN, List.of(raised));
        way(ConflictState.RESOLVED, List.of(raised, decide(Side.OURS, null)));
        row(raised, "with the same value");
        row(raise("1980-03-01", Rule.BY_A_PERSON, null), "with another value");
        row(raise("1980-03-01", Rule.LAST_WRITE_WINS, Side.THEIRS), "that a rule decides");
        row(decide(Side.THEIRS, null), "as theirs");
        row(decide(Side.OTHER, "1980-04-01"), "as neither");
        row(new EndConflict("c1", "both say the same"));
    }

    private static ResolveConflict decide(Side side, String value) {
        return new ResolveConflict("c1", side, Phi.of(value), "saw the passport");
    }

    private static RaiseConflict raise(String theirs, Rule rule, Side winner) {
        return new RaiseConflict(
                "c1",
                "main",
                ConflictSubject.PATIENT,
                "p1",
                "p1",
                "v1",
                "patient.birth-date",
                new Said(Said.US, Phi.of("1980-01-02"), NOON, null),
                new Said("ehr", Phi.of(theirs), NOON.plusSeconds(9), "6"),
                rule,
                winner,
                "conflict-rules/1");
    }

    @Override
    protected String name() {
        return "Conflict";
    }

    @Override
    protected String about() {
        return "Two systems say otherwise about one field; here no rule decided, and a person said that ours holds.";
    }

    @Override
    protected ConflictState state(Conflict conflict) {
        return conflict.state();
    }

    @Override
    protected Sites clinic() {
        return new Sites(List.of(new Site(
                "main",
                "Main Street Clinic",
                ZoneOffset.UTC,
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT)));
    }
}

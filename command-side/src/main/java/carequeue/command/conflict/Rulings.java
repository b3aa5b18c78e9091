package carequeue.command.conflict;

import carequeue.api.conflict.ConflictCommand.RaiseConflict;
import carequeue.api.conflict.ConflictEvent.ConflictRaised;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.Said;
import carequeue.api.conflict.Side;
import java.time.Instant;

/** How a conflict begins, and how a rule ends it at once. */
final class Rulings {

    private Rulings() {}

    static ConflictRaised raised(RaiseConflict c, Instant at) {
        return new ConflictRaised(
                c.conflictId(),
                c.siteId(),
                c.subject(),
                c.subjectId(),
                c.patientId(),
                c.visitId(),
                c.field(),
                c.ours(),
                c.theirs(),
                c.rule(),
                c.policy(),
                at);
    }

    static ConflictResolved byRule(RaiseConflict c, Instant at) {
        return new ConflictResolved(
                c.conflictId(),
                c.siteId(),
                c.subject(),
                c.subjectId(),
                c.patientId(),
                c.visitId(),
                c.field(),
                c.theirs().system(),
                c.rule(),
                c.winner(),
                c.winner() == Side.THEIRS ? c.theirs().value() : c.ours().value(),
                c.policy(),
                null,
                at);
    }

    /** The same with another value of ours. */
    static ConflictRaised with(ConflictRaised r, Said ours) {
        return new ConflictRaised(
                r.conflictId(),
                r.siteId(),
                r.subject(),
                r.subjectId(),
                r.patientId(),
                r.visitId(),
                r.field(),
                ours,
                r.theirs(),
                r.rule(),
                r.policy(),
                r.at());
    }
}

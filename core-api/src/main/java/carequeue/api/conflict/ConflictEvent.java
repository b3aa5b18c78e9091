package carequeue.api.conflict;

import carequeue.api.EventName;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import carequeue.api.site.ConflictPolicy;
import java.time.Instant;

/** What happened to a conflict. */
public sealed interface ConflictEvent {

    /** The conflict it happened to. */
    String conflictId();

    /** Two systems disagree; see {@link ConflictCommand.RaiseConflict} for the parts. */
    @EventName("conflict.raised")
    record ConflictRaised(
            String conflictId,
            String siteId,
            ConflictSubject subject,
            String subjectId,
            @PhiSubject String patientId,
            String visitId,
            String field,
            Said ours,
            Said theirs,
            ConflictPolicy.Rule rule,
            String policy,
            Instant at)
            implements ConflictEvent {}

    /** While it waits for a person, the outside system says something else again. */
    @EventName("conflict.changed")
    record ConflictChanged(String conflictId, @PhiSubject String patientId, Said ours, Said theirs, Instant at)
            implements ConflictEvent {}

    /**
     * It is decided.
     *
     * @param how by which rule, {@code by-a-person} where a person did
     * @param side whose value holds
     * @param value the value that holds
     * @param by the policy with its version, or the person
     */
    @EventName("conflict.resolved")
    record ConflictResolved(
            String conflictId,
            String siteId,
            ConflictSubject subject,
            String subjectId,
            @PhiSubject String patientId,
            String visitId,
            String field,
            String system,
            ConflictPolicy.Rule how,
            Side side,
            @PhiField("value") Phi<String> value,
            String by,
            String reason,
            Instant at)
            implements ConflictEvent {}
}

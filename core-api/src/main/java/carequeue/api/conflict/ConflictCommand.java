package carequeue.api.conflict;

import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import carequeue.api.site.ConflictPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a conflict. */
public sealed interface ConflictCommand {

    /** The conflict's identifier. */
    String conflictId();

    /** The conflict of one field of one thing with one system. */
    static String id(ConflictSubject subject, String subjectId, String field, String system) {
        return Ids.derived("conflict", subject.toString(), subjectId, field, system);
    }

    /**
     * Notes that a system says otherwise than we do. Where a rule decides, it is resolved at once; else it waits for a person. News of an open
     * conflict shows the later value; what was resolved is raised again only by another value.
     *
     * @param patientId the patient whom it concerns
     * @param visitId the open visit that it concerns, or null
     * @param field such as {@code appointment.status}
     * @param rule which rule fits
     * @param winner whose value holds by the rule, or null where a person decides
     * @param policy the policy with its version, such as {@code conflict-rules/2}
     */
    record RaiseConflict(
            @TargetAggregateIdentifier String conflictId,
            String siteId,
            ConflictSubject subject,
            String subjectId,
            @PhiSubject String patientId,
            String visitId,
            String field,
            Said ours,
            Said theirs,
            ConflictPolicy.Rule rule,
            Side winner,
            String policy)
            implements ConflictCommand {}

    /**
     * A person decides.
     *
     * @param value the value that holds, where it is neither ours nor theirs
     */
    record ResolveConflict(
            @TargetAggregateIdentifier String conflictId,
            Side side,
            @PhiField("value") Phi<String> value,
            String reason)
            implements ConflictCommand {}

    /** Both systems say the same by now; harmless when the conflict is not open. */
    record EndConflict(@TargetAggregateIdentifier String conflictId, String reason) implements ConflictCommand {}
}

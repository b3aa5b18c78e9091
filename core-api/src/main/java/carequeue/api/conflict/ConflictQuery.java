package carequeue.api.conflict;

import carequeue.api.site.ConflictPolicy;
import java.time.Instant;
import java.util.List;

/** Questions about conflicts and their answers. */
public sealed interface ConflictQuery {

    /** Conflicts, the first raised first; what is null does not matter. The answer is {@link Conflicts}. */
    record FindConflicts(String siteId, String subjectId, ConflictState state, String cursor, int limit)
            implements ConflictQuery {}

    /** One conflict; the answer is {@link ConflictView} or null. */
    record FindConflict(String conflictId) implements ConflictQuery {}

    /** Several conflicts. */
    record Conflicts(List<ConflictView> items, String nextCursor) {}

    /**
     * A conflict as staff see it.
     *
     * @param rule which rule fitted, or by which it was resolved
     * @param policy name and version of the policy that it was raised under
     * @param decision null while it is open
     */
    record ConflictView(
            String conflictId,
            String siteId,
            ConflictSubject subject,
            String subjectId,
            ConflictPatient patient,
            String visitId,
            String field,
            SaidView ours,
            SaidView theirs,
            ConflictPolicy.Rule rule,
            String policy,
            ConflictState state,
            Decision decision,
            Instant raisedAt) {}

    /** The patient whom it concerns. */
    record ConflictPatient(String id, String name) {}

    /** What one system says; the value is null where it has none, or where it was erased. */
    record SaidView(String system, String value, Instant at, String version) {}

    /** How it was resolved; {@code by} is the policy or the person. */
    record Decision(Side side, String value, String by, String reason, Instant at) {}
}

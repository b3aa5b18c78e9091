package carequeue.api.patient;

import carequeue.api.Claims;
import carequeue.api.EventName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What happened as two records of one person were merged, or taken apart again. */
public sealed interface MergeEvent {

    /** The kind of key by which a record takes part in the merges of one patient only; the scope is the same everywhere. */
    String MERGED = "merged";

    /** The record that it happened to. */
    String patientId();

    /** Which merge. */
    String mergeId();

    /** The key of a record that takes part in merges; its holder is the patient who stays. */
    static Claims.Key key(String patientId) {
        return new Claims.Key(MERGED, "*", patientId);
    }

    /**
     * Another record is of the same person.
     *
     * @param endVisit the open visit that ends because the other one stays, or null
     */
    @EventName("patient.merged")
    record PatientsMerged(
            String patientId,
            String otherId,
            String siteId,
            String mergeId,
            List<OpenVisit> visits,
            String endVisit,
            String reason,
            Instant at)
            implements MergeEvent, Claims {
        @Override
        public Set<Key> takes() {
            return Set.of(key(patientId), key(otherId));
        }
    }

    /**
     * They are two persons after all.
     *
     * @param still the records that stay merged into this one
     */
    @EventName("patient.parted")
    record PatientsParted(
            String patientId, String otherId, String mergeId, List<String> still, String reason, Instant at)
            implements MergeEvent, Claims {
        @Override
        public Set<String> frees() {
            return Set.of(MERGED);
        }

        @Override
        public Set<Key> takes() {
            Set<Key> keys = new HashSet<>();
            still.forEach(other -> keys.add(key(other)));
            if (!still.isEmpty()) {
                keys.add(key(patientId));
            }
            return keys;
        }
    }

    /** The record was merged into another one. */
    @EventName("patient.went-into")
    record WentInto(String patientId, String into, String mergeId, Instant at) implements MergeEvent {}

    /** The record stands alone again. */
    @EventName("patient.came-apart")
    record CameApart(String patientId, String from, String mergeId, Instant at) implements MergeEvent {}
}

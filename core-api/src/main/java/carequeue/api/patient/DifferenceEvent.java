package carequeue.api.patient;

import carequeue.api.EventName;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy;
import java.time.Instant;

/** Where an outside system and we say different things of a patient. */
public sealed interface DifferenceEvent {

    /** The patient. */
    String patientId();

    /** Such as {@code patient.birth-date}. */
    String field();

    /**
     * The system says otherwise than we do.
     *
     * @param oursAt when our value was said, or null
     * @param theirsAt when theirs was said, by its own clock, or null
     * @param winner whose value holds by the rule, or null where a person decides
     * @param policy the policy with its version
     */
    @EventName("patient.differs")
    record PatientDiffers(
            @PhiSubject String patientId,
            String siteId,
            String field,
            @PhiField("ours") Phi<String> ours,
            @PhiField("theirs") Phi<String> theirs,
            String system,
            String version,
            Instant oursAt,
            Instant theirsAt,
            ConflictPolicy.Rule rule,
            Side winner,
            String policy,
            Instant at)
            implements DifferenceEvent {}

    /** Both say the same again. */
    @EventName("patient.agrees")
    record PatientAgrees(String patientId, String siteId, String field, String system, Instant at)
            implements DifferenceEvent {}
}

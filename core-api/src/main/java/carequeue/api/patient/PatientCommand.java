package carequeue.api.patient;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a patient's record. */
public sealed interface PatientCommand {

    /** The patient's identifier. */
    String patientId();

    /**
     * Registers a patient whom staff typed in. Refused when the medical record number belongs to another patient of the site.
     *
     * @param siteId whose record number it is
     */
    record RegisterPatient(@TargetAggregateIdentifier String patientId, String siteId, Demographics demographics)
            implements PatientCommand {}

    /**
     * Notes what an outside system says of a patient; creates the record where there is none. Nothing happens when nothing changed.
     *
     * @param system the outside system, such as {@code ehr}
     * @param outsideId the patient's identifier there
     * @param version the record's version there, or null
     * @param deceased whether that system knows the patient to be dead
     * @param readAt when it was read
     */
    record RecordPatient(
            @TargetAggregateIdentifier String patientId,
            String siteId,
            Demographics demographics,
            String system,
            String outsideId,
            String version,
            boolean deceased,
            Instant readAt)
            implements PatientCommand {}

    /** Notes under which identifier an outside system knows a patient who was registered here. */
    record LinkPatient(@TargetAggregateIdentifier String patientId, String system, String outsideId)
            implements PatientCommand {}
}

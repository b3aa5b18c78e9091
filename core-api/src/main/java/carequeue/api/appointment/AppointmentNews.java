package carequeue.api.appointment;

import carequeue.api.EventName;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy;
import java.time.Instant;

/** What other systems said of an appointment, and where we know otherwise. */
public sealed interface AppointmentNews {

    /** The appointment. */
    String appointmentId();

    /** The system. */
    String system();

    /**
     * What the system said last.
     *
     * @param saidAt when it did, by its own clock, or null
     */
    @EventName("appointment.outside-said")
    record OutsideSaid(
            String appointmentId,
            String system,
            String outsideId,
            String version,
            AppointmentStatus status,
            Instant saidAt,
            Instant at)
            implements AppointmentNews {}

    /** The system sent what is older than what it had said before; {@code known} is that version. */
    @EventName("appointment.older-news-ignored")
    record OlderNewsIgnored(String appointmentId, String system, String version, String known, Instant at)
            implements AppointmentNews {}

    /**
     * The system says otherwise than we do.
     *
     * @param visitId the visit for which the patient came, or null
     * @param ours our value as a text, null where we have none
     * @param oursAt when it was said, or null
     * @param theirsAt when theirs was said, by its own clock, or null
     * @param winner whose value holds by the rule, or null where a person decides
     * @param policy the policy with its version
     */
    @EventName("appointment.differs")
    record AppointmentDiffers(
            String appointmentId,
            String siteId,
            String patientId,
            String visitId,
            String field,
            String ours,
            String theirs,
            String system,
            String version,
            Instant oursAt,
            Instant theirsAt,
            ConflictPolicy.Rule rule,
            Side winner,
            String policy,
            Instant at)
            implements AppointmentNews {}

    /** Both say the same of the field again. */
    @EventName("appointment.agrees")
    record AppointmentAgrees(String appointmentId, String field, String system, Instant at)
            implements AppointmentNews {}
}

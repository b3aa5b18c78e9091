package carequeue.adapter.ehr;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.Probed;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.claim.ClaimContent;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Demographics;
import carequeue.api.visit.Identification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The electronic health record. Every call may throw {@link OutsideFailure}; what is read is accepted by every rule or refused as
 * {@link Unacceptable}.
 */
public interface EhrService extends Probed {

    /** The name of the system in links, events and health. */
    String EHR = "ehr";

    @Override
    default String service() {
        return EHR;
    }

    /** Reads a patient; the site says which record number counts. */
    PatientRecord getPatient(String siteId, String ehrId);

    /** Looks for a person who says who they are. */
    Search findPatient(String siteId, Identification identification);

    /** Reads the appointments of a site that begin in {@code [from, to)}, page by page. */
    void getAppointments(String siteId, Instant from, Instant to, AppointmentPages pages);

    /** Makes a patient there who was registered here, unless it is there already; answers its identifier there. */
    Told createPatientIfNone(String siteId, String patientId, Demographics demographics);

    /**
     * Changes parts of a patient's record on the version that was read, and reads it back.
     *
     * @return empty where the EHR says something of such a part that nobody here knew, and nothing was changed
     */
    Optional<Told> changePatient(String ehrId, List<PatientEdit> edits);

    /**
     * Tells the status of an appointment and reads it back; an EHR that is ahead is left alone.
     *
     * @param back whether an earlier status is to be told again
     */
    Told tellAppointment(String ehrId, AppointmentStatus status, boolean back);

    /**
     * Tells that nobody came for an appointment, or that this is taken back, and reads it back.
     *
     * @return empty where a taken back no-show was none there (any more), and nothing was changed
     * @throws OutsideFailure.Rejected also when the EHR knows of an arrival or an end
     */
    Optional<Told> tellNoShow(String ehrId, boolean missed);

    /** Tells where a visit stands and reads it back; the Encounter is made when there is none. */
    Told tellEncounter(EncounterNews news);

    /** What changed there. */
    EhrChanges changes();

    /** How it can tell us of changes by itself. */
    EhrSubscriptions subscriptions();

    /** The insurance policies of a patient, the primary one first; empty where the EHR knows none. */
    List<Coverage> coveragesOf(String siteId, String ehrPatientId);

    /** What the EHR has coded and charged for a visit, by the identifier of its Encounter there; what it does not say is missing. */
    ClaimContent chargesOf(String encounterId);
}

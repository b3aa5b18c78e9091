package carequeue.adapter.ehr;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.Probed;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import carequeue.api.visit.Identification;
import java.time.Instant;

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
     * Tells the status of an appointment and reads it back; an EHR that is ahead is left alone.
     *
     * @param back whether an earlier status is to be told again
     */
    Told tellAppointment(String ehrId, AppointmentStatus status, boolean back);

    /** Tells where a visit stands and reads it back; the Encounter is made when there is none. */
    Told tellEncounter(EncounterNews news);
}

package carequeue.adapter.pms;

import carequeue.adapter.resilience.Probed;
import carequeue.api.patient.Demographics;
import java.time.LocalDate;

/**
 * The practice management system. Every call may throw {@link carequeue.adapter.resilience.OutsideFailure}; what is read can be read by every rule or
 * is refused as {@link NotAccepted}.
 */
public interface PmsService extends Probed {

    /** The name of the system in links, events and health. */
    String PMS = "pms";

    @Override
    default String service() {
        return PMS;
    }

    /** Reads the appointments of a day of the calendar, page by page. */
    void getAppointments(LocalDate day, PmsPages pages);

    /** Reads one appointment. */
    PmsAppointment getAppointment(String pmsId);

    /** Reads a patient. */
    PmsPatient getPatient(String pmsId);

    /**
     * Tells how far an appointment is and reads it back.
     *
     * @param patientId whom it is about, by our identifier
     * @param before as it was just read
     * @param repeatKey by which the system recognises a repeat
     */
    PmsAppointment push(String patientId, PmsAppointment before, PmsNews news, String repeatKey);

    /**
     * Makes an appointment there.
     *
     * @param patientId whom it is about, by our identifier
     * @param repeatKey by which the system recognises a repeat
     */
    PmsAppointment book(String patientId, PmsBooking booking, String repeatKey);

    /**
     * Moves an appointment there.
     *
     * @param patientId whom it is about, by our identifier
     * @param before as it was just read
     */
    PmsAppointment move(String patientId, PmsAppointment before, PmsBooking wanted, String repeatKey);

    /**
     * Tells of a patient and answers its identifier there: of the one with the same record number, or of a new one.
     *
     * @param patientId our identifier
     */
    String register(String patientId, Demographics who, String repeatKey);

    /** Asks it to send its webhooks to us. */
    void subscribe(String webhookUrl, String secret);
}

package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EncounterStatus;
import carequeue.api.appointment.AppointmentStatus;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;

/** How the statuses of FHIR R4 and ours correspond, and which of theirs are ahead of what we tell. */
final class Statuses {

    private static final List<Appointment.AppointmentStatus> APPOINTMENT_WAY = List.of(
            Appointment.AppointmentStatus.PROPOSED,
            Appointment.AppointmentStatus.WAITLIST,
            Appointment.AppointmentStatus.PENDING,
            Appointment.AppointmentStatus.BOOKED,
            Appointment.AppointmentStatus.ARRIVED,
            Appointment.AppointmentStatus.CHECKEDIN,
            Appointment.AppointmentStatus.FULFILLED);

    private static final List<Encounter.EncounterStatus> ENCOUNTER_WAY = List.of(
            Encounter.EncounterStatus.PLANNED,
            Encounter.EncounterStatus.ARRIVED,
            Encounter.EncounterStatus.TRIAGED,
            Encounter.EncounterStatus.INPROGRESS,
            Encounter.EncounterStatus.ONLEAVE,
            Encounter.EncounterStatus.FINISHED);

    private Statuses() {}

    /** Our word for theirs, or null when there is none. */
    static AppointmentStatus ours(Appointment.AppointmentStatus theirs) {
        return switch (theirs) {
            case PROPOSED -> AppointmentStatus.PROPOSED;
            case PENDING -> AppointmentStatus.PENDING;
            case BOOKED -> AppointmentStatus.BOOKED;
            case ARRIVED -> AppointmentStatus.ARRIVED;
            case CHECKEDIN -> AppointmentStatus.CHECKED_IN;
            case FULFILLED -> AppointmentStatus.FULFILLED;
            case CANCELLED -> AppointmentStatus.CANCELLED;
            case NOSHOW -> AppointmentStatus.NOSHOW;
            case ENTEREDINERROR -> AppointmentStatus.ENTERED_IN_ERROR;
            case WAITLIST -> AppointmentStatus.WAITLIST;
            case NULL -> null;
        };
    }

    static Appointment.AppointmentStatus theirs(AppointmentStatus ours) {
        return switch (ours) {
            case PROPOSED -> Appointment.AppointmentStatus.PROPOSED;
            case PENDING -> Appointment.AppointmentStatus.PENDING;
            case BOOKED -> Appointment.AppointmentStatus.BOOKED;
            case ARRIVED -> Appointment.AppointmentStatus.ARRIVED;
            case CHECKED_IN -> Appointment.AppointmentStatus.CHECKEDIN;
            case FULFILLED -> Appointment.AppointmentStatus.FULFILLED;
            case CANCELLED -> Appointment.AppointmentStatus.CANCELLED;
            case NOSHOW -> Appointment.AppointmentStatus.NOSHOW;
            case ENTERED_IN_ERROR -> Appointment.AppointmentStatus.ENTEREDINERROR;
            case WAITLIST -> Appointment.AppointmentStatus.WAITLIST;
        };
    }

    static Encounter.EncounterStatus theirs(EncounterStatus ours) {
        return switch (ours) {
            case ARRIVED -> Encounter.EncounterStatus.ARRIVED;
            case IN_PROGRESS -> Encounter.EncounterStatus.INPROGRESS;
            case FINISHED -> Encounter.EncounterStatus.FINISHED;
            case CANCELLED -> Encounter.EncounterStatus.CANCELLED;
            case ENTERED_IN_ERROR -> Encounter.EncounterStatus.ENTEREDINERROR;
        };
    }

    /** Whether the EHR's appointment stands where we tell it to, or further on. */
    static boolean reached(Appointment.AppointmentStatus is, Appointment.AppointmentStatus told) {
        return is == told
                || APPOINTMENT_WAY.contains(told) && APPOINTMENT_WAY.indexOf(is) > APPOINTMENT_WAY.indexOf(told);
    }

    /** Whether the EHR's encounter stands where we tell it to, or further on. */
    static boolean reached(Encounter.EncounterStatus is, Encounter.EncounterStatus told) {
        return is == told || ENCOUNTER_WAY.contains(told) && ENCOUNTER_WAY.indexOf(is) > ENCOUNTER_WAY.indexOf(told);
    }

    /** Whether nobody has come for an appointment yet. */
    static boolean awaited(Appointment.AppointmentStatus is) {
        return APPOINTMENT_WAY.contains(is)
                && APPOINTMENT_WAY.indexOf(is) <= APPOINTMENT_WAY.indexOf(Appointment.AppointmentStatus.BOOKED);
    }

    /** Whether an appointment has left the way from booked to fulfilled. */
    static boolean off(Appointment.AppointmentStatus is) {
        return !APPOINTMENT_WAY.contains(is);
    }
}

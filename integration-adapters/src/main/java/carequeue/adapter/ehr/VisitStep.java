package carequeue.adapter.ehr;

import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.visit.OpenItem;

/** The steps of a visit that the EHR is told, and what it is told of each; null: nothing. */
public enum VisitStep {
    ARRIVED(OpenItem.EHR_ARRIVED, AppointmentStatus.ARRIVED, EncounterStatus.ARRIVED, false),
    CHECKED_IN(OpenItem.EHR_CHECKED_IN, AppointmentStatus.CHECKED_IN, EncounterStatus.ARRIVED, false),
    IN_PROGRESS(OpenItem.EHR_IN_PROGRESS, null, EncounterStatus.IN_PROGRESS, false),
    BACK_TO_WAITING(OpenItem.EHR_CHECKED_IN, null, EncounterStatus.ARRIVED, true),
    FINISHED(OpenItem.EHR_FINISHED, AppointmentStatus.FULFILLED, EncounterStatus.FINISHED, false),
    CANCELLED(OpenItem.EHR_CANCELLED, AppointmentStatus.BOOKED, EncounterStatus.CANCELLED, true),
    ENTERED_IN_ERROR(OpenItem.EHR_CANCELLED, AppointmentStatus.BOOKED, EncounterStatus.ENTERED_IN_ERROR, true),
    REOPENED(OpenItem.EHR_ARRIVED, AppointmentStatus.ARRIVED, EncounterStatus.ARRIVED, true);

    private final OpenItem item;
    private final AppointmentStatus appointment;
    private final EncounterStatus encounter;
    private final boolean back;

    VisitStep(OpenItem item, AppointmentStatus appointment, EncounterStatus encounter, boolean back) {
        this.item = item;
        this.appointment = appointment;
        this.encounter = encounter;
        this.back = back;
    }

    /** The name in the ledger, such as {@code ehr.checked-in}. */
    String effect() {
        return "ehr." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What stays open while the EHR has not accepted it. */
    OpenItem item() {
        return item;
    }

    AppointmentStatus appointment() {
        return appointment;
    }

    EncounterStatus encounter() {
        return encounter;
    }

    /** Whether it takes back an earlier step. */
    boolean back() {
        return back;
    }
}

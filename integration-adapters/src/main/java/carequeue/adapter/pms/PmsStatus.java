package carequeue.adapter.pms;

import carequeue.api.appointment.AppointmentStatus;
import java.util.Arrays;
import java.util.Optional;

/** The statuses of an appointment in the practice management system, and what each says of ours. */
public enum PmsStatus {
    SCHEDULED("scheduled", AppointmentStatus.BOOKED, "a place in the plan, whether or not the patient has said yes"),
    CONFIRMED("confirmed", AppointmentStatus.BOOKED, "the patient said yes; for us a booked one is booked"),
    CHECKED_IN("checked-in", AppointmentStatus.CHECKED_IN, "it knows no difference between here and in the line"),
    IN_PROGRESS("in-progress", AppointmentStatus.CHECKED_IN, "FHIR has the begin of the service on the Encounter only"),
    COMPLETED("completed", AppointmentStatus.FULFILLED, "the patient was seen"),
    CANCELLED("cancelled", AppointmentStatus.CANCELLED, "by whom, it does not say");

    private final String word;
    private final AppointmentStatus ours;
    private final String why;

    PmsStatus(String word, AppointmentStatus ours, String why) {
        this.word = word;
        this.ours = ours;
        this.why = why;
    }

    /** The system's word. */
    public String word() {
        return word;
    }

    /** What it says of our appointment. */
    public AppointmentStatus ours() {
        return ours;
    }

    /** Why so. */
    public String why() {
        return why;
    }

    /** The status of a word; empty for one that the system has not agreed on with us. */
    public static Optional<PmsStatus> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}

package carequeue.adapter.pms;

import carequeue.api.appointment.AppointmentStatus;
import java.util.Optional;

/**
 * What the practice management system is told of one of our statuses.
 *
 * @param status its status, or null where it is told nothing
 * @param why why so
 */
public record PmsWord(PmsStatus status, String why) {

    /**
     * The word for an appointment of ours.
     *
     * @param begun whether the patient is being served
     */
    public static PmsWord of(AppointmentStatus ours, boolean begun) {
        return switch (ours) {
            case PROPOSED -> new PmsWord(null, "a proposal has no place in its plan yet");
            case PENDING -> new PmsWord(PmsStatus.SCHEDULED, "a place is kept, the patient has still to say yes");
            case WAITLIST -> new PmsWord(null, "it has no waiting list: it is told when there is a place");
            case BOOKED -> new PmsWord(PmsStatus.CONFIRMED, "both have said yes");
            case ARRIVED -> new PmsWord(PmsStatus.CHECKED_IN, "it knows no difference between here and in the line");
            case CHECKED_IN ->
                begun
                        ? new PmsWord(PmsStatus.IN_PROGRESS, "the patient is being served")
                        : new PmsWord(PmsStatus.CHECKED_IN, "the patient has a place in the line");
            case FULFILLED -> new PmsWord(PmsStatus.COMPLETED, "the patient was seen");
            case CANCELLED -> new PmsWord(PmsStatus.CANCELLED, "it does not take place");
            case NOSHOW -> new PmsWord(PmsStatus.CANCELLED, "it has no word for a patient who did not come");
            case ENTERED_IN_ERROR -> new PmsWord(PmsStatus.CANCELLED, "it has no word for a mistake");
        };
    }

    /** What it is told, empty for nothing. */
    public Optional<PmsStatus> told() {
        return Optional.ofNullable(status);
    }
}

package carequeue.api.queue;

import java.time.Instant;

/**
 * What the calling order looks at in an entry.
 *
 * @param acuity ESI 1 to 5, null when not triaged
 * @param arrivedAt when the patient arrived, for the order of calling
 * @param number the order of joining, which decides between equal times
 * @param slot the start of a booked patient's appointment who came on time, else null
 * @param providerId the provider the entry is bound to, or null
 * @param overtaken how often automatic calls let others overtake it
 */
public record Candidate(
        String entryId,
        Integer acuity,
        Instant arrivedAt,
        long number,
        Instant slot,
        String providerId,
        int overtaken) {

    /** The acuity by which it is ordered: not triaged counts as 3. */
    int nominalAcuity() {
        return acuity == null ? 3 : acuity;
    }

    boolean arrivedBefore(Candidate other) {
        int byTime = arrivedAt.compareTo(other.arrivedAt);
        return byTime < 0 || byTime == 0 && number < other.number;
    }

    /** Whether a point with this provider, or none, may serve the entry. */
    public boolean servedBy(String pointProviderId) {
        return providerId == null || pointProviderId == null || providerId.equals(pointProviderId);
    }

    Candidate overtakenOnceMore() {
        return new Candidate(entryId, acuity, arrivedAt, number, slot, providerId, overtaken + 1);
    }
}

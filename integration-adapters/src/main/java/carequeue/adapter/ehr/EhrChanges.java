package carequeue.adapter.ehr;

import carequeue.adapter.ehr.EhrChange.Kind;
import java.time.Instant;

/** What changed in the EHR. Every call may throw {@link carequeue.adapter.resilience.OutsideFailure}. */
public interface EhrChanges {

    /** Reads what changed of one kind at or after a time by the EHR's clock, the oldest first where the EHR can sort. */
    void since(Kind kind, Instant since, ChangePages pages);

    /** Reads what was deleted of one kind since then; nothing where the EHR keeps no history that can be read. */
    void goneSince(Kind kind, Instant since, ChangePages pages);

    /** What one thing is now; it may be gone. */
    EhrChange now(Kind kind, String ehrId);

    /**
     * Reads again what a subscription told, as notifications.
     *
     * @param from number of the first event
     * @param to number of the last event
     */
    EhrNotification events(String subscriptionId, long from, long to);
}

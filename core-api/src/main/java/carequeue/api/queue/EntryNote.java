package carequeue.api.queue;

import carequeue.api.EventName;
import carequeue.api.queue.QueueKeys.EndsWithStaff;
import java.time.Instant;

/** What was noted about an entry beside its steps. */
public sealed interface EntryNote extends QueueEvent.EntryEvent {

    /** The visit of the entry. */
    String visitId();

    /** The reason for coming alarms the board, by the policy named; the reason itself stays with the visit. */
    @EventName("queue.entry-red-flagged")
    record EntryRedFlagged(String queueId, String entryId, String visitId, String policy, Instant at)
            implements EntryNote {}

    /** The provider to whom the entry is bound cannot see the patient. */
    @EventName("queue.provider-missing")
    record ProviderMissing(String queueId, String entryId, String visitId, String providerId, Instant at)
            implements EntryNote {}

    /** The provider is there again. */
    @EventName("queue.provider-back")
    record ProviderBack(String queueId, String entryId, String visitId, String providerId, Instant at)
            implements EntryNote {}

    /** The patient chose to wait for the provider. */
    @EventName("queue.waits-for-provider")
    record WaitsForProvider(String queueId, String entryId, String visitId, String providerId, Instant at)
            implements EntryNote {}

    /** The entry is bound to another provider, or (null) to none. */
    @EventName("queue.entry-reassigned")
    record EntryReassigned(
            String queueId, String entryId, String visitId, String before, String providerId, String reason, Instant at)
            implements EntryNote {}

    /** The patient needs a point of another kind, or (null) none in particular. */
    @EventName("queue.point-needed")
    record PointNeeded(
            String queueId, String entryId, String visitId, String before, String needs, String reason, Instant at)
            implements EntryNote {}

    /** The entry was wrong from the beginning: nobody waits, or was served, by it. */
    @EventName("queue.entry-entered-in-error")
    record EntryEnteredInError(String queueId, String entryId, String visitId, String reason, Instant at)
            implements EntryNote, EndsWithStaff {}

    /** The queue's day ended while the patient was in this state; somebody has to say what became of them. */
    @EventName("queue.entry-unfinished")
    record EntryUnfinished(
            String queueId, String entryId, String visitId, EntryState state, String servicePointName, Instant at)
            implements EntryNote {}
}

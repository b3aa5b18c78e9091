package carequeue.api.queue;

import carequeue.api.site.Site;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Orders to a queue. Those that act on an entry answer with {@link EntryOutcome}.
 *
 * <p>{@code site} is the set-up, with its policies, under which the one who orders wants it decided: as it is at that moment.
 */
public sealed interface QueueCommand {

    /** The queue that is spoken to, see {@link carequeue.api.Ids#queue}. */
    String queueId();

    /** Opens the queue of a service for a business day; harmless when it is open already. */
    record OpenQueue(
            @TargetAggregateIdentifier String queueId,
            String siteId,
            String serviceId,
            LocalDate businessDay,
            Site site)
            implements QueueCommand {}

    /** Takes arrivals on but calls nobody. */
    record PauseQueue(@TargetAggregateIdentifier String queueId) implements QueueCommand {}

    /** Calls again after a pause. */
    record ResumeQueue(@TargetAggregateIdentifier String queueId) implements QueueCommand {}

    /**
     * Takes no arrivals any more, and asks about those who are called or in service.
     *
     * @param leave whether those who wait, or are held, count as gone; otherwise they are still called
     */
    record CloseQueue(@TargetAggregateIdentifier String queueId, boolean leave, Site site) implements QueueCommand {}

    /** The business day and its grace are over: closes the queue and lets those go who still wait in it; harmless when repeated. */
    record EndDay(@TargetAggregateIdentifier String queueId) implements QueueCommand {}

    /** A provider's patients have nobody to see them ({@code available} false), or have again. */
    record NoteProvider(@TargetAggregateIdentifier String queueId, String providerId, boolean available)
            implements QueueCommand {}

    /**
     * Places a patient; answers {@link Joined}. The first one opens the queue. The same entry again answers the same ticket.
     *
     * @param slot the start of the appointment when the patient came on time, else null
     * @param arrivedAt null for now
     * @param ticket the visit's ticket when it has one already, else null
     * @param alarm the policy, with its version, by which the reason for coming alarms the board, else null
     * @param needs the kind of service point that the patient needs instead of what the service needs, else null
     */
    record JoinQueue(
            @TargetAggregateIdentifier String queueId,
            String siteId,
            String serviceId,
            LocalDate businessDay,
            String entryId,
            String visitId,
            String patientId,
            Integer acuity,
            String providerId,
            Instant slot,
            Instant arrivedAt,
            String ticket,
            String alarm,
            String needs,
            Site site)
            implements QueueCommand {

        /** A place of somebody who needs no particular kind of point. */
        public JoinQueue(
                String queueId,
                String siteId,
                String serviceId,
                LocalDate businessDay,
                String entryId,
                String visitId,
                String patientId,
                Integer acuity,
                String providerId,
                Instant slot,
                Instant arrivedAt,
                String ticket,
                String alarm,
                Site site) {
            this(
                    queueId,
                    siteId,
                    serviceId,
                    businessDay,
                    entryId,
                    visitId,
                    patientId,
                    acuity,
                    providerId,
                    slot,
                    arrivedAt,
                    ticket,
                    alarm,
                    null,
                    site);
        }
    }

    /**
     * Calls whom the calling order names, to a service point; answers {@link Called}, or null when nobody waits for it. Refused with {@link
     * carequeue.api.Refused.AlreadyTaken} of a key of {@link QueueEvent#withStaff} when that patient is with staff in another queue.
     *
     * @param elsewhere visits that are known to be with staff in another queue at this moment
     */
    record CallNext(
            @TargetAggregateIdentifier String queueId,
            @NotBlank String servicePoint,
            Set<String> elsewhere,
            Site site) implements QueueCommand {}

    /** Calls a chosen patient; a reason is needed when this overtakes others. */
    record CallEntry(
            @TargetAggregateIdentifier String queueId,
            String entryId,
            @NotBlank String servicePoint,
            @Size(max = 500) String reason,
            Site site)
            implements QueueCommand {}

    /** Puts a called patient who did not come, or was called by mistake, back to wait; so many times as the policy allows. */
    record RecallEntry(@TargetAggregateIdentifier String queueId, String entryId) implements QueueCommand {}

    /** The called patient is in the room. */
    record StartService(@TargetAggregateIdentifier String queueId, String entryId) implements QueueCommand {}

    /** The service is done; the visit goes on with the next service where one is named. */
    record CompleteService(@TargetAggregateIdentifier String queueId, String entryId, String next, Site site)
            implements QueueCommand {}

    /** Keeps the place, but the patient cannot be called. */
    record HoldEntry(
            @TargetAggregateIdentifier String queueId,
            String entryId,
            @NotNull HoldReason reason) implements QueueCommand {}

    /** Ends a hold. */
    record ReleaseEntry(@TargetAggregateIdentifier String queueId, String entryId) implements QueueCommand {}

    /** The called patient did not come. */
    record MarkNoShow(@TargetAggregateIdentifier String queueId, String entryId) implements QueueCommand {}

    /** A patient who did not come is here after all. */
    record BringBack(@TargetAggregateIdentifier String queueId, String entryId) implements QueueCommand {}

    /** Sends a waiting or held patient to another queue; {@code site} is the one they are sent to. */
    record TransferEntry(
            @TargetAggregateIdentifier String queueId,
            String entryId,
            @NotBlank String serviceId,
            String siteId,
            @NotBlank @Size(max = 500) String reason,
            Site site)
            implements QueueCommand {}

    /** Binds an entry to another provider, or (null) to none, with a reason. */
    record AssignProvider(
            @TargetAggregateIdentifier String queueId,
            String entryId,
            String providerId,
            @NotBlank @Size(max = 500) String reason,
            Site site)
            implements QueueCommand {}

    /** Says which kind of service point the patient needs, or (null) that any will do, with a reason. */
    record NeedPoint(
            @TargetAggregateIdentifier String queueId,
            String entryId,
            @Size(max = 63) String kind,
            @NotBlank @Size(max = 500) String reason,
            Site site)
            implements QueueCommand {}

    /** The patient waits until the provider is there again. */
    record WaitForProvider(@TargetAggregateIdentifier String queueId, String entryId) implements QueueCommand {}

    /** Sets the acuity; clinicians only, with a reason. */
    record Prioritize(
            @TargetAggregateIdentifier String queueId,
            String entryId,
            @NotNull @Min(1) @Max(5) Integer acuity,
            @NotBlank @Size(max = 500) String reason)
            implements QueueCommand {}

    /** The patient leaves without being seen. */
    record Leave(
            @TargetAggregateIdentifier String queueId,
            String entryId,
            @NotBlank @Size(max = 500) String reason) implements QueueCommand {}

    /** Takes the last step of an entry back; both steps stay in history. */
    record UndoStep(@TargetAggregateIdentifier String queueId, String entryId) implements QueueCommand {}

    /** The check-in was wrong: every entry of the visit in this queue is entered in error; harmless when there is none. */
    record EnterInError(@TargetAggregateIdentifier String queueId, String visitId, String reason)
            implements QueueCommand {}

    /** The patient is called or served in another queue of the same visit, or no longer is. */
    record MarkElsewhere(@TargetAggregateIdentifier String queueId, String entryId, boolean elsewhere)
            implements QueueCommand {}

    /** Asks for those who wait, in the order in which they would be called now; the answer is {@link LineUp}, and nothing happens. */
    record AskLine(@TargetAggregateIdentifier String queueId) implements QueueCommand {}

    /** Those who wait, the next one first. */
    record LineUp(List<InLine> waiting) {}

    /** One who waits. */
    record InLine(String entryId, String visitId, String patientId, String ticket) {}

    /** What an order to an entry came to. */
    record EntryOutcome(String entryId, EntryState state) {}

    /** Who was called. */
    record Called(String entryId, String ticket) {}

    /** The place that was handed out. */
    record Joined(String entryId, String ticket) {}
}

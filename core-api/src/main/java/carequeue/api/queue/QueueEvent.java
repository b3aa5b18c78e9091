package carequeue.api.queue;

import carequeue.api.Claims;
import carequeue.api.Claims.Key;
import carequeue.api.EventName;
import carequeue.api.queue.QueueKeys.EndsWithStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What happened in a queue. Times are when it occurred. */
public sealed interface QueueEvent {

    /** The queue it happened in. */
    String queueId();

    /** What happened to one entry. */
    sealed interface EntryEvent extends QueueEvent
            permits EntryJoined,
                    EntryCalled,
                    EntryRecalled,
                    ServiceStarted,
                    ServiceCompleted,
                    EntryHeld,
                    EntryReleased,
                    EntryNoShow,
                    EntryBroughtBack,
                    EntryTransferred,
                    EntryPrioritized,
                    EntryLeft,
                    EntryElsewhere,
                    StepUndone,
                    EntryNote {
        /** The entry it happened to. */
        String entryId();
    }

    @EventName("queue.opened")
    record QueueOpened(
            String queueId, String siteId, String serviceId, LocalDate businessDay, String prefix, CallingPolicy policy)
            implements QueueEvent, Claims {
        @Override
        public Set<Key> takes() {
            return Set.of(
                    QueueKeys.openQueue(siteId, serviceId, businessDay),
                    QueueKeys.ticketPrefix(siteId, prefix, businessDay));
        }
    }

    /** A newer version of the calling policy holds from now on. */
    @EventName("queue.policy-adopted")
    record PolicyAdopted(String queueId, CallingPolicy policy, Instant at) implements QueueEvent {}

    @EventName("queue.paused")
    record QueuePaused(String queueId) implements QueueEvent {}

    @EventName("queue.resumed")
    record QueueResumed(String queueId) implements QueueEvent {}

    @EventName("queue.closed")
    record QueueClosed(String queueId) implements QueueEvent, Claims {
        @Override
        public Set<String> frees() {
            return Set.of(QueueKeys.OPEN_QUEUE);
        }
    }

    /**
     * A patient got a place.
     *
     * @param number the order of joining in this queue, from 1
     * @param slot the start of a booked patient's appointment who came on time, else null
     * @param arrivedAt by which the order of calling goes
     * @param needs the kind of service point that the patient needs instead of what the service needs, else null
     */
    @EventName("queue.entry-joined")
    record EntryJoined(
            String queueId,
            String entryId,
            String visitId,
            String patientId,
            String ticket,
            long number,
            Integer acuity,
            String providerId,
            Instant slot,
            Instant arrivedAt,
            String needs,
            Instant at)
            implements EntryEvent {

        /** A place of somebody who needs no particular kind of point. */
        public EntryJoined(
                String queueId,
                String entryId,
                String visitId,
                String patientId,
                String ticket,
                long number,
                Integer acuity,
                String providerId,
                Instant slot,
                Instant arrivedAt,
                Instant at) {
            this(queueId, entryId, visitId, patientId, ticket, number, acuity, providerId, slot, arrivedAt, null, at);
        }
    }

    /**
     * A patient was called to a service point.
     *
     * @param automatic whether the calling order chose
     * @param overtaken the entries that were overtaken by this call
     * @param reason of a chosen call that overtook others, else null
     * @param policy name and version of the calling order, such as {@code acuity-slot-arrival/1}
     */
    @EventName("queue.entry-called")
    record EntryCalled(
            String queueId,
            String entryId,
            String visitId,
            String ticket,
            String servicePoint,
            String servicePointName,
            boolean automatic,
            List<String> overtaken,
            String reason,
            String policy,
            Instant at)
            implements EntryEvent, Claims {
        @Override
        public Set<Key> takes() {
            return Set.of(QueueKeys.withStaff(visitId));
        }
    }

    @EventName("queue.entry-recalled")
    record EntryRecalled(String queueId, String entryId, String visitId, int recalls, Instant at)
            implements EntryEvent, EndsWithStaff {}

    @EventName("queue.service-started")
    record ServiceStarted(String queueId, String entryId, String visitId, String servicePoint, Instant at)
            implements EntryEvent {}

    /**
     * The service is done.
     *
     * @param next the service the visit goes on with, or null; the other two are null with it
     * @param arrivedAt the arrival time that counts there, by the rule named
     */
    @EventName("queue.service-completed")
    record ServiceCompleted(
            String queueId, String entryId, String visitId, String next, Instant arrivedAt, String rule, Instant at)
            implements EntryEvent, EndsWithStaff {}

    @EventName("queue.entry-held")
    record EntryHeld(String queueId, String entryId, HoldReason reason, Instant at) implements EntryEvent {}

    @EventName("queue.entry-released")
    record EntryReleased(String queueId, String entryId, Instant at) implements EntryEvent {}

    @EventName("queue.entry-no-show")
    record EntryNoShow(String queueId, String entryId, String visitId, Instant at)
            implements EntryEvent, EndsWithStaff {}

    /** A no-show came back; {@code arrivedAt} is the arrival time that counts from now on, by the rule named. */
    @EventName("queue.entry-brought-back")
    record EntryBroughtBack(String queueId, String entryId, String visitId, Instant arrivedAt, String rule, Instant at)
            implements EntryEvent {}

    /**
     * The patient was sent to another queue.
     *
     * @param arrivedAt the arrival time that counts there, by the rule named
     * @param needs the kind of service point that the patient goes on needing, or null
     */
    @EventName("queue.entry-transferred")
    record EntryTransferred(
            String queueId,
            String entryId,
            String visitId,
            String toSiteId,
            String toServiceId,
            String reason,
            Instant arrivedAt,
            String rule,
            String needs,
            Instant at)
            implements EntryEvent {

        /** Somebody sent on who needs no particular kind of point. */
        public EntryTransferred(
                String queueId,
                String entryId,
                String visitId,
                String toSiteId,
                String toServiceId,
                String reason,
                Instant arrivedAt,
                String rule,
                Instant at) {
            this(queueId, entryId, visitId, toSiteId, toServiceId, reason, arrivedAt, rule, null, at);
        }
    }

    @EventName("queue.entry-prioritized")
    record EntryPrioritized(String queueId, String entryId, Integer before, int acuity, String reason, Instant at)
            implements EntryEvent {}

    @EventName("queue.entry-left")
    record EntryLeft(String queueId, String entryId, String visitId, String reason, Instant at) implements EntryEvent {}

    /** The patient is called or served in another queue of the visit ({@code elsewhere}), or no longer is. */
    @EventName("queue.entry-elsewhere")
    record EntryElsewhere(String queueId, String entryId, boolean elsewhere, Instant at) implements EntryEvent {}

    /**
     * The last step of an entry was taken back.
     *
     * @param undone the stable name of the step's event
     * @param back how the entry stands again
     */
    @EventName("queue.step-undone")
    record StepUndone(String queueId, String entryId, String visitId, String undone, Standing back, Instant at)
            implements EntryEvent, Claims {
        @Override
        public Set<Key> takes() {
            return back.state().withStaff() ? Set.of(QueueKeys.withStaff(visitId)) : Set.of();
        }

        @Override
        public Set<String> frees() {
            return back.state().withStaff() ? Set.of() : Set.of(QueueKeys.WITH_STAFF + visitId);
        }
    }

    /** How an entry stands: what a step can change. */
    record Standing(
            EntryState state,
            Integer acuity,
            Instant arrivedAt,
            String servicePoint,
            String servicePointName,
            Instant calledAt,
            Instant startedAt,
            HoldReason held,
            int recalls) {}
}

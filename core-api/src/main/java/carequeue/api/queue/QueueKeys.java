package carequeue.api.queue;

import carequeue.api.Claims;
import carequeue.api.Claims.Key;
import java.time.LocalDate;
import java.util.Set;

/** The unique keys that queues hold. */
public final class QueueKeys {

    /** The kind of the key that an open queue holds. */
    public static final String OPEN_QUEUE = "open-queue";

    /** The kind of the key by which a prefix stands on the tickets of one queue of a day only; it is never given back. */
    public static final String TICKET_PREFIX = "ticket-prefix";

    /** With the visit behind it, the kind of the key that says in which queue the patient is with staff. */
    public static final String WITH_STAFF = "with-staff:";

    private QueueKeys() {}

    /** The key that the queue of a service holds while it is open. */
    public static Key openQueue(String siteId, String serviceId, LocalDate businessDay) {
        return new Key(OPEN_QUEUE, siteId + "." + businessDay, serviceId);
    }

    /** The key of a prefix on the tickets of a site and day. */
    public static Key ticketPrefix(String siteId, String prefix, LocalDate businessDay) {
        return new Key(TICKET_PREFIX, siteId + "." + businessDay, prefix);
    }

    /** The key that the queue holds in which a visit's patient is called or in service, so that no other can call them. */
    public static Key withStaff(String visitId) {
        return new Key(WITH_STAFF + visitId, "visit", visitId);
    }

    /** An event after which the patient is no longer with staff. */
    interface EndsWithStaff extends Claims {
        String visitId();

        @Override
        default Set<String> frees() {
            return Set.of(WITH_STAFF + visitId());
        }
    }
}

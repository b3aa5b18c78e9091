package carequeue.api.payment;

import carequeue.api.Claims;
import carequeue.api.EventName;
import carequeue.api.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** What happened to a till. */
public sealed interface TillEvent {

    /** The kind of key that a person's one open till at a site is. */
    String OPEN_TILL = "open-till";

    /** The till it happened to. */
    String tillId();

    @EventName("till.opened")
    record TillOpened(
            String tillId, String siteId, LocalDate businessDay, String user, int shift, Money cash, Instant at)
            implements TillEvent, Claims {
        @Override
        public Set<Key> takes() {
            return Set.of(new Key(OPEN_TILL, siteId, user));
        }
    }

    /** Cash came in or (negative) went out; {@code late} when the till was closed before it was known. */
    @EventName("till.cash-moved")
    record CashMoved(
            String tillId, String entryId, String paymentId, Money amount, Money expected, boolean late, Instant at)
            implements TillEvent {}

    @EventName("till.counted")
    record TillCounted(
            String tillId, Money counted, Money expected, Money difference, String reason, String by, Instant at)
            implements TillEvent {}

    @EventName("till.entry-reversed")
    record EntryReversed(
            String tillId, String entryId, Money amount, Money expected, String reason, String by, Instant at)
            implements TillEvent {}

    @EventName("till.closed")
    record TillClosed(
            String tillId, Money counted, Money expected, Money difference, String reason, String by, Instant at)
            implements TillEvent, Claims {
        @Override
        public Set<String> frees() {
            return Set.of(OPEN_TILL);
        }
    }
}

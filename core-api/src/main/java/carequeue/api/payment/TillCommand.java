package carequeue.api.payment;

import carequeue.api.Money;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a till: the cash of one person on one business day at a site. */
public sealed interface TillCommand {

    /** The till that is spoken to. */
    String tillId();

    /** Opens the till, also again for a later shift of the day; answers {@link TillOutcome}. Refused while the person has one open. */
    record OpenTill(
            @TargetAggregateIdentifier String tillId, String siteId, LocalDate businessDay, String user, Money cash)
            implements TillCommand {}

    /** Cash of a payment came in or (negative) went out; harmless when it is known already. */
    record RecordCash(@TargetAggregateIdentifier String tillId, String entryId, String paymentId, Money amount)
            implements TillCommand {}

    /** The cash was counted; a difference needs a reason. */
    record CountTill(@TargetAggregateIdentifier String tillId, Money counted, String reason) implements TillCommand {}

    /** Counts for the last time and closes; a difference needs a reason. */
    record CloseTill(@TargetAggregateIdentifier String tillId, Money counted, String reason) implements TillCommand {}

    /** Takes one entry back by an opposite one; both stay. */
    record ReverseEntry(@TargetAggregateIdentifier String tillId, String entryId, String reason)
            implements TillCommand {}

    /** How a till stands. */
    record TillOutcome(String tillId, TillState state, Money expected, Money difference) {}

    /** Whether a till takes cash. */
    enum TillState {
        OPEN,
        CLOSED;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

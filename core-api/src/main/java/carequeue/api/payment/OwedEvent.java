package carequeue.api.payment;

import carequeue.api.EventName;
import carequeue.api.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What happened to the amount that is owed. */
public sealed interface OwedEvent extends PaymentEvent {

    /** An amount was asked for; see {@link PaymentCommand.RequestPayment} for its parts. */
    @EventName("payment.requested")
    record PaymentRequested(
            String paymentId,
            String siteId,
            LocalDate businessDay,
            String visitId,
            String appointmentId,
            String patientId,
            PaymentPurpose purpose,
            Money amount,
            List<Share> shares,
            Basis basis,
            PaymentTerms terms,
            String queueId,
            String entryId,
            String by,
            Instant at)
            implements OwedEvent {}

    /** Another amount is owed from now on; {@code rest} is what is left of it. */
    @EventName("payment.amount-revised")
    record AmountRevised(
            String paymentId, Money before, Money amount, Money rest, Basis basis, String reason, Instant at)
            implements OwedEvent {}

    /** More is owed than was asked, and that was collected already: the difference is to be asked for on its own. */
    @EventName("payment.more-owed")
    record MoreOwed(String paymentId, Money difference, Basis basis, String reason, Instant at) implements OwedEvent {}

    @EventName("payment.held")
    record PaymentHeld(String paymentId, Instant at) implements OwedEvent {}

    @EventName("payment.postponed")
    record PaymentPostponed(String paymentId, String visitId, String reason, Instant at) implements OwedEvent {}

    /** What somebody asked for and a second person has to approve. */
    enum Approval {
        WAIVER,
        WRITE_OFF,
        REFUND;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Somebody asked for more than one person may decide. */
    @EventName("payment.approval-asked")
    record ApprovalAsked(String paymentId, Approval what, Money amount, String reason, String by, Instant at)
            implements OwedEvent {}

    /** The patient was let off; {@code askedBy} is the first of two persons where it took two. */
    @EventName("payment.waived")
    record PaymentWaived(
            String paymentId,
            Money amount,
            String reason,
            String by,
            String askedBy,
            String policy,
            Money rest,
            Instant at)
            implements OwedEvent {}

    @EventName("payment.written-off")
    record PaymentWrittenOff(
            String paymentId, Money amount, String reason, String by, String askedBy, String policy, Instant at)
            implements OwedEvent {}

    /** The payment is to be void once its attempts are resolved. */
    @EventName("payment.void-requested")
    record VoidRequested(String paymentId, String reason, String by, Instant at) implements OwedEvent {}

    @EventName("payment.voided")
    record PaymentVoided(String paymentId, String visitId, String reason, Instant at) implements OwedEvent {}

    /** The payment is another patient's from now on; {@code before} is whose it was. */
    @EventName("payment.assigned")
    record PaymentAssigned(String paymentId, String patientId, String before, String reason, Instant at)
            implements OwedEvent {}

    /** A wait of the process is over. */
    @EventName("payment.patience-ended")
    record PaymentPatienceEnded(String paymentId, String step, Instant at) implements OwedEvent {}
}

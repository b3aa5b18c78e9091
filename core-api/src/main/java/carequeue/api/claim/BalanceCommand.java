package carequeue.api.claim;

import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.payment.PaymentPolicy;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to the balance of a visit: what is left to the patient once the payers have decided. */
public sealed interface BalanceCommand {

    /** The balance's identifier, see {@link #id}. */
    String balanceId();

    /** Begins to wait for a coverage of a patient who pays by themself; harmless when that is done. */
    record AwaitCoverage(
            @TargetAggregateIdentifier String balanceId, String visitId, String siteId, String patientId, Instant until)
            implements BalanceCommand {}

    /** A patient was asked for an amount for the visit, by this payment in all; nothing for one that was voided. */
    record NoteAsked(
            @TargetAggregateIdentifier String balanceId,
            String visitId,
            String siteId,
            String patientId,
            String paymentId,
            Money amount)
            implements BalanceCommand {}

    /**
     * The last payer in line said what the patient owes: the difference to what was asked is asked for, or proposed to be given back.
     *
     * @param policy by which a payment is asked for
     */
    record NoteShare(
            @TargetAggregateIdentifier String balanceId,
            String visitId,
            String siteId,
            String patientId,
            String claimId,
            Money amount,
            PaymentPolicy policy)
            implements BalanceCommand {}

    /** A wait is over: {@code coverage}. */
    record ElapseBalance(@TargetAggregateIdentifier String balanceId, String step) implements BalanceCommand {}

    /** The balance of a visit. */
    static String id(String visitId) {
        return Ids.derived("balance", visitId);
    }
}

package carequeue.api.claim;

import carequeue.api.EventName;
import carequeue.api.Money;
import carequeue.api.payment.PaymentTerms;
import java.time.Instant;
import java.util.List;

/** What happened to the balance of a visit. */
public sealed interface BalanceEvent {

    /** The balance it happened to. */
    String balanceId();

    /** The visit. */
    String visitId();

    /** The patient pays by themself, as far as is known; a coverage that is found until then is still billed. */
    @EventName("balance.coverage-awaited")
    record CoverageAwaited(String balanceId, String visitId, String siteId, String patientId, Instant until, Instant at)
            implements BalanceEvent {}

    /** No coverage was found in time. */
    @EventName("balance.coverage-wait-ended")
    record CoverageWaitEnded(String balanceId, String visitId, Instant at) implements BalanceEvent {}

    @EventName("balance.asked-noted")
    record AskedNoted(
            String balanceId,
            String visitId,
            String siteId,
            String patientId,
            String paymentId,
            Money amount,
            Instant at)
            implements BalanceEvent {}

    @EventName("balance.share-noted")
    record ShareNoted(
            String balanceId, String visitId, String siteId, String patientId, String claimId, Money amount, Instant at)
            implements BalanceEvent {}

    /**
     * The patient owes more than was asked: it is to be asked for.
     *
     * @param paymentId of the payment that asks
     * @param owed by the payers' word
     * @param asked before
     * @param policy name of the payment policy
     */
    @EventName("balance.owed")
    record BalanceOwed(
            String balanceId,
            String visitId,
            String siteId,
            String patientId,
            String paymentId,
            Money amount,
            Money owed,
            Money asked,
            String policy,
            int policyVersion,
            PaymentTerms terms,
            Instant at)
            implements BalanceEvent {}

    /** The patient was asked for more than they owe: each payment is to be less, and what was taken beyond proposed to be given back. */
    @EventName("balance.overpaid")
    record BalanceOverpaid(
            String balanceId,
            String visitId,
            String siteId,
            Money amount,
            Money owed,
            Money asked,
            List<Less> less,
            Instant at)
            implements BalanceEvent {}

    /** One payment and what it is to come to. */
    record Less(String paymentId, Money before, Money after) {}
}

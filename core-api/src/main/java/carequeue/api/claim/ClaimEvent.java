package carequeue.api.claim;

/** What happened to a claim. Times are when it occurred. */
public sealed interface ClaimEvent permits BillingEvent, PayerEvent {

    /** The kind of key that a submission's control number is: who holds it is the claim that a payer's answer is about. */
    String CONTROL_NUMBER = "claim-control-number";

    /** The claim it happened to. */
    String claimId();

    /** The visit. */
    String visitId();
}

package carequeue.adapter.claims;

import carequeue.api.Money;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Adjudication;

/** One thing that was said of one bill, which its control number names. */
public sealed interface PayerWord {

    /** Ours, as the bill bore it. */
    String controlNumber();

    /** Before a decision. */
    record Acknowledged(String controlNumber, Acknowledgement said) implements PayerWord {}

    /** A decision. */
    record Decided(String controlNumber, Adjudication said) implements PayerWord {}

    /**
     * Money, or (below nothing) what was taken back.
     *
     * @param reference the payment's trace number with what tells its parts about one claim apart
     */
    record Paid(String controlNumber, String reference, Money amount) implements PayerWord {}

    /** What the order is about, for the ledger and the worklist. */
    default String kind() {
        return this instanceof Acknowledged ? "acknowledgement" : this instanceof Decided ? "decision" : "payment";
    }
}

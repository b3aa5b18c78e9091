package carequeue.command.payment;

import carequeue.api.payment.DisputeState;

/** Money that a card's holder wants back through the bank. */
record Dispute(String attemptId, long amount, DisputeState state) {

    Dispute now(DisputeState next) {
        return new Dispute(attemptId, amount, next);
    }
}

package carequeue.command.payment;

import carequeue.api.payment.RefundState;

/** Money on its way back to where an attempt took it from. */
record Refund(String attemptId, long amount, String tillId, RefundState state) {

    Refund now(RefundState next) {
        return new Refund(attemptId, amount, tillId, next);
    }

    boolean counts() {
        return state != RefundState.FAILED;
    }

    boolean isOnItsWay() {
        return state == RefundState.REQUESTED || state == RefundState.PENDING;
    }
}

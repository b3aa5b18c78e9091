package carequeue.query.billing;

import carequeue.api.payment.PaymentQuery.PaymentView;
import carequeue.api.payment.PaymentState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A payment on the page, with what may be done about it as it stands; the payment itself has the last word. */
record PaymentLine(PaymentView payment) {

    static final Set<PaymentState> TO_COLLECT = EnumSet.of(
            PaymentState.REQUESTED,
            PaymentState.FAILED,
            PaymentState.HELD,
            PaymentState.PAY_LATER,
            PaymentState.PART_PAID);

    private static final Set<PaymentState> UNDER_WAY = EnumSet.of(
            PaymentState.AUTHORISING,
            PaymentState.REQUIRES_ACTION,
            PaymentState.PROCESSING,
            PaymentState.CHECKING,
            PaymentState.AUTHORISED,
            PaymentState.CAPTURING,
            PaymentState.VOIDING);

    private static final Set<PaymentState> GOING_BACK = EnumSet.of(
            PaymentState.REFUNDING,
            PaymentState.PART_REFUNDED,
            PaymentState.REFUNDED,
            PaymentState.DISPUTED,
            PaymentState.DISPUTE_LOST);

    /** What the page can show. */
    static final List<String> SHOWN = List.of("open", "held", "under-way", "back", "all");

    static Set<PaymentState> states(String shown) {
        return switch (shown) {
            case "held" -> EnumSet.of(PaymentState.HELD);
            case "under-way" -> UNDER_WAY;
            case "back" -> GOING_BACK;
            case "all" -> Set.of();
            default -> TO_COLLECT;
        };
    }

    /** Whether an action makes sense in the state the payment is in. */
    public boolean may(String action) {
        PaymentState state = payment.state();
        return switch (action) {
            case "collect", "waive", "write-off" -> TO_COLLECT.contains(state);
            case "later" -> TO_COLLECT.contains(state) && state != PaymentState.PAY_LATER;
            case "retry" ->
                state == PaymentState.FAILED
                        || state == PaymentState.HELD && !payment.attempts().isEmpty();
            case "check" ->
                state == PaymentState.CHECKING || state == PaymentState.AUTHORISING || state == PaymentState.PROCESSING;
            case "capture" -> state == PaymentState.AUTHORISED;
            case "void" -> TO_COLLECT.contains(state) || state == PaymentState.AUTHORISED || cashOnly();
            case "refund" -> refundable() > 0 && !UNDER_WAY.contains(state);
            default -> false;
        };
    }

    /** What can be given back, in minor units. */
    public long refundable() {
        return payment.captured().amount() - payment.refunded().amount();
    }

    /** The attempt that came last, or null. */
    public String lastAttempt() {
        return payment.attempts().isEmpty()
                ? null
                : payment.attempts().get(payment.attempts().size() - 1).attemptId();
    }

    private boolean cashOnly() {
        return payment.state() == PaymentState.CAPTURED
                && payment.attempts().stream()
                        .filter(a -> a.captured().amount() > 0)
                        .allMatch(a -> a.providerId() == null);
    }
}

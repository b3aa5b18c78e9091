package carequeue.query.payments;

import carequeue.api.Money;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.PaymentQuery.AttemptView;
import carequeue.api.payment.PaymentQuery.PaymentView;
import java.util.List;

/**
 * One amount on the patient's own page: what it is for, what is left of it, and the one thing that can be done about it now.
 *
 * @param standing {@code due, ready, preparing, checking, paid} or {@code over}
 * @param nextStep the provider's page where it is {@code ready}, else null
 * @param failure why the last try did not go through, where it is {@code due} again, else null
 */
record PayLine(
        String paymentId,
        PaymentPurpose purpose,
        Money rest,
        Money paid,
        String standing,
        String nextStep,
        String failure) {

    /** As the patient sees it; who has just come {@code back} from the provider's page is not sent there a second time. */
    static PayLine of(PaymentView payment, boolean back) {
        List<AttemptView> attempts = payment.attempts();
        AttemptView last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
        String standing = standing(payment, last, back);
        boolean failed = standing.equals("due") && last != null && last.failure() != null;
        return new PayLine(
                payment.paymentId(),
                payment.purpose(),
                payment.rest(),
                payment.captured(),
                standing,
                standing.equals("ready") ? last.nextStep() : null,
                failed ? last.failure().toString() : null);
    }

    private static String standing(PaymentView payment, AttemptView last, boolean back) {
        return switch (payment.state()) {
            case REQUESTED, FAILED, HELD, PAY_LATER, PART_PAID -> "due";
            case REQUIRES_ACTION -> here(last) && !back ? "ready" : "checking";
            case AUTHORISING -> here(last) && !back ? "preparing" : "checking";
            case PROCESSING, CHECKING, AUTHORISED, CAPTURING, VOIDING -> "checking";
            case CAPTURED -> "paid";
            case WAIVED, WRITTEN_OFF, VOIDED, REFUNDING, PART_REFUNDED, REFUNDED, DISPUTED, DISPUTE_LOST -> "over";
        };
    }

    private static boolean here(AttemptView last) {
        return last != null && last.method() == PaymentMethod.LINK;
    }

    /** Whether the page will soon say something else by itself. */
    public boolean waits() {
        return standing.equals("preparing") || standing.equals("checking");
    }
}

package carequeue.adapter.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;

/** Stripe understood the call and refuses it, so nothing came of it. It never holds what Stripe said in words. */
final class Refusal extends RuntimeException {

    private final int status;
    private final transient StripeError error;

    Refusal(StripeException e) {
        super("refused: " + e.getStatusCode() + " " + e.getCode(), null, false, false);
        this.status = e.getStatusCode() == null ? 400 : e.getStatusCode();
        this.error = e.getStripeError();
    }

    /** Whether it is our key that is refused, and with it every call. */
    boolean ofOurKey() {
        return status == 401 || status == 403;
    }

    boolean notThere() {
        return status == 404 || "resource_missing".equals(code());
    }

    /** Whether the idempotency key was used with other words before. */
    boolean saidOtherwise() {
        return error != null && "idempotency_error".equals(error.getType());
    }

    /** Stripe's word for the reason, the bank's own where there is one. */
    String code() {
        if (error == null) {
            return Integer.toString(status);
        } else if (error.getDeclineCode() != null) {
            return error.getDeclineCode();
        }
        return error.getCode() == null ? error.getType() : error.getCode();
    }

    /** The charge that was declined, or null. */
    PaymentIntent intent() {
        return error == null ? null : error.getPaymentIntent();
    }
}

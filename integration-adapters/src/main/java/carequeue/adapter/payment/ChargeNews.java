package carequeue.adapter.payment;

import carequeue.adapter.outbox.Answer;
import carequeue.api.Money;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand.ReportAttempt;

/**
 * How a charge stands at the provider, in our words.
 *
 * @param state null when the provider knows of no such charge
 * @param amount authorised or captured, else null
 * @param failure what a failure means, else null, with the provider's own {@code code}
 * @param nextStep where the person acts, else null
 */
public record ChargeNews(
        AttemptState state, String providerId, Money amount, FailureKind failure, String code, String nextStep) {

    /** The provider has never heard of it. */
    public static ChargeNews nothing() {
        return new ChargeNews(null, null, null, null, null, null);
    }

    /** It stands so, with nothing further to say. */
    public static ChargeNews of(AttemptState state, String providerId) {
        return new ChargeNews(state, providerId, null, null, null, null);
    }

    /** Money was reserved or taken. */
    public static ChargeNews of(AttemptState state, String providerId, Money amount) {
        return new ChargeNews(state, providerId, amount, null, null, null);
    }

    /** The person acts there; {@code nextStep} is null at a reader. */
    public static ChargeNews action(String providerId, String nextStep) {
        return new ChargeNews(AttemptState.REQUIRES_ACTION, providerId, null, null, null, nextStep);
    }

    /** It can take no money any more. */
    public static ChargeNews failed(String providerId, FailureKind failure, String code) {
        return new ChargeNews(AttemptState.FAILED, providerId, null, failure, code, null);
    }

    /** Whether the provider knows of it. */
    public boolean there() {
        return state != null;
    }

    /** The same as an answer to the clinic; what says the same is told once. */
    public Answer answer(Charge charge) {
        var report = new ReportAttempt(
                charge.paymentId(), charge.attemptId(), state, providerId, amount, failure, code, nextStep);
        return Answer.of(state + ":" + Integer.toHexString(report.toString().hashCode()), report);
    }
}

package carequeue.adapter.payment;

import carequeue.adapter.outbox.Answer;
import carequeue.api.Money;
import carequeue.api.payment.PaymentCommand.ReportRefund;
import carequeue.api.payment.RefundState;

/**
 * How a refund stands at the provider.
 *
 * @param refundId ours, or the provider's when it was made without us
 * @param code why it failed, in the provider's word, else null
 */
public record RefundNews(String refundId, RefundState state, String providerId, Money amount, String code) {

    /** The same as an answer to the clinic; what says the same is told once. */
    public Answer answer(String paymentId, String attemptId) {
        var report = new ReportRefund(paymentId, refundId, attemptId, amount, state, providerId, code);
        return Answer.of(
                "refund-" + state + ":" + Integer.toHexString(report.toString().hashCode()), report);
    }
}

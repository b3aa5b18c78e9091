package carequeue.adapter.payment;

import carequeue.adapter.outbox.Answer;
import carequeue.api.Money;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.PaymentCommand.ReportDispute;

/** How a dispute of a card's holder stands; {@code code} is the bank's reason. */
public record DisputeNews(String disputeId, DisputeState state, Money amount, String code) {

    /** The same as an answer to the clinic; what says the same is told once. */
    public Answer answer(String paymentId, String attemptId) {
        var report = new ReportDispute(paymentId, disputeId, attemptId, amount, state, code);
        return Answer.of(
                "dispute-" + state + ":" + Integer.toHexString(report.toString().hashCode()), report);
    }
}

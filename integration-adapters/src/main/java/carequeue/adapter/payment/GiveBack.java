package carequeue.adapter.payment;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.payment.RefundEvent.RefundRequested;
import carequeue.api.payment.RefundState;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives money back to the card it came from. */
@Component
public class GiveBack implements Effect {

    static final String NAME = "payment.refund";

    private final PaymentProcessor processor;
    private final Charges charges;

    public GiveBack(PaymentProcessor processor, Charges charges) {
        this.processor = processor;
        this.charges = charges;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String service() {
        return PaymentProcessor.PAYMENT;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        var asked = attempt.says(RefundRequested.class);
        Charge charge = charges.find(asked.attemptId()).orElseThrow();
        String intent = charge.intentId() == null ? asked.providerId() : charge.intentId();
        boolean again = !attempt.first() || attempt.row().inDoubt();
        RefundNews news = processor.refundPayment(new RefundOrder(
                asked.refundId(), asked.paymentId(), asked.attemptId(), asked.siteId(), intent, asked.amount(), again));
        answers.add(news.answer(asked.paymentId(), asked.attemptId()));
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        var asked = attempt.says(RefundRequested.class);
        return List.of(new RefundNews(asked.refundId(), RefundState.PENDING, null, asked.amount(), null)
                .answer(asked.paymentId(), asked.attemptId()));
    }
}

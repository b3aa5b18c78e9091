package carequeue.adapter.payment;

import carequeue.adapter.outbox.Attempt;
import carequeue.api.payment.AttemptEvent.CaptureRequested;
import org.springframework.stereotype.Component;

/** Takes what was authorised, or less. */
@Component
public class CaptureCharge extends ChargeEffect {

    static final String NAME = "payment.capture";

    private final PaymentProcessor processor;

    public CaptureCharge(Charges charges, PaymentProcessor processor) {
        super(NAME, charges);
        this.processor = processor;
    }

    @Override
    ChargeNews ask(Attempt attempt, Charge charge) {
        return processor.capture(charge, attempt.says(CaptureRequested.class).amount());
    }
}

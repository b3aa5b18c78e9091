package carequeue.adapter.payment;

import carequeue.adapter.outbox.Attempt;
import org.springframework.stereotype.Component;

/** Lets go of a charge, or learns that it is too late for that. */
@Component
public class CancelCharge extends ChargeEffect {

    static final String NAME = "payment.cancel";

    private final PaymentProcessor processor;
    private final Begun begun;

    public CancelCharge(Charges charges, PaymentProcessor processor, Begun begun) {
        super(NAME, charges);
        this.processor = processor;
        this.begun = begun;
    }

    @Override
    ChargeNews ask(Attempt attempt, Charge charge) {
        return charge.known() ? processor.cancel(charge) : begun.stands(charge);
    }
}

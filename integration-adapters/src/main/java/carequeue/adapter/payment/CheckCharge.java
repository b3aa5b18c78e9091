package carequeue.adapter.payment;

import carequeue.adapter.outbox.Attempt;
import org.springframework.stereotype.Component;

/** Asks what became of a charge. */
@Component
public class CheckCharge extends ChargeEffect {

    static final String NAME = "payment.check";

    private final Begun begun;

    public CheckCharge(Charges charges, Begun begun) {
        super(NAME, charges);
        this.begun = begun;
    }

    @Override
    ChargeNews ask(Attempt attempt, Charge charge) {
        return begun.stands(charge);
    }
}

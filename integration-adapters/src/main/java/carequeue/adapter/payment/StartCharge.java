package carequeue.adapter.payment;

import carequeue.adapter.outbox.Attempt;
import org.springframework.stereotype.Component;

/** Begins a charge of a card. */
@Component
public class StartCharge extends ChargeEffect {

    static final String NAME = "payment.start";

    private final Begun begun;

    public StartCharge(Charges charges, Begun begun) {
        super(NAME, charges);
        this.begun = begun;
    }

    @Override
    ChargeNews ask(Attempt attempt, Charge charge) {
        return begun.begin(charge);
    }
}

package carequeue.adapter.payment;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.payment.AttemptEvent;
import carequeue.api.payment.AttemptState;
import java.util.List;

/** Something that is asked of the provider about one charge; how the charge stands is the answer. */
abstract class ChargeEffect implements Effect {

    private final String name;
    private final Charges charges;

    ChargeEffect(String name, Charges charges) {
        this.name = name;
        this.charges = charges;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String service() {
        return PaymentProcessor.PAYMENT;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        Charge charge = charge(attempt);
        ChargeNews news = ask(attempt, charge);
        answers.add(news.answer(charge));
    }

    /** Calls the provider; the news says how the charge stands. */
    abstract ChargeNews ask(Attempt attempt, Charge charge);

    /** What may have reached the provider is being asked about; the desk sees that, and charges nothing else meanwhile. */
    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        Charge charge = charge(attempt);
        return charge.sent()
                ? List.of(ChargeNews.of(AttemptState.UNKNOWN, charge.intentId()).answer(charge))
                : List.of();
    }

    private Charge charge(Attempt attempt) {
        return charges.find(attempt.says(AttemptEvent.class).attemptId()).orElseThrow();
    }
}

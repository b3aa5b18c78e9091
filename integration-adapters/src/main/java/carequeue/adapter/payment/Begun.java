package carequeue.adapter.payment;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether a charge is begun, has begun, or never will: a card is not charged for a patient who stood at the desk long ago. */
@Component
public class Begun {

    /** After so long nothing is begun any more. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** A call that was given up may still arrive for so long. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(60);

    private final PaymentProcessor processor;
    private final Clock clock;

    public Begun(PaymentProcessor processor, Clock clock) {
        this.processor = processor;
        this.clock = clock;
    }

    /** Begins the charge if that is still wanted, and says how it stands. */
    ChargeNews begin(Charge charge) {
        boolean fresh = clock.instant().isBefore(charge.startedAt().plus(FRESH));
        if (!charge.sent()) {
            return charge.cancelWanted() || !fresh ? never(charge) : processor.processPayment(charge);
        }
        return fresh && !charge.cancelWanted() ? processor.processPayment(charge) : stands(charge);
    }

    /** How the charge stands; what never began is over. */
    ChargeNews stands(Charge charge) {
        if (!charge.sent()) {
            return never(charge);
        }
        ChargeNews there = processor.ask(charge);
        return there.there() ? there : gone(charge);
    }

    private ChargeNews gone(Charge charge) {
        if (clock.instant().isBefore(charge.sentAt().plus(UNDER_WAY))) {
            throw new OutsideFailure.Unavailable(PaymentProcessor.PAYMENT, "may still be hearing of the charge");
        }
        return never(charge);
    }

    private static ChargeNews never(Charge charge) {
        return charge.cancelWanted()
                ? ChargeNews.of(AttemptState.CANCELLED, null)
                : ChargeNews.failed(null, FailureKind.EXPIRED, "never_begun");
    }
}

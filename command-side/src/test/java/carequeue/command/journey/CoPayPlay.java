package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.mockito.Mockito.verify;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityEvent.EligibilityAnswered;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.payment.AfterFailure;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.Basis;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.PaymentTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A payment that its process follows, from when it is asked for. */
abstract class CoPayPlay {

    static final Refused WRONG = new Refused.WrongState("captured", "The payment is captured.");

    final Play<CoPaySaga> play = new Play<>(CoPaySaga.class);

    static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    static PaymentTerms terms(AfterFailure after) {
        return new PaymentTerms(
                "standard/1",
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofHours(1),
                1,
                8,
                after,
                Map.of(),
                1000,
                false);
    }

    void asked(AfterFailure after, Basis.Source source) {
        asked(after, source, "v1", null, null);
    }

    void asked(AfterFailure after, Basis.Source source, String visit, String appointment, String entry) {
        play.tell(request(after, source, visit, appointment, entry));
    }

    static PaymentRequested request() {
        return request(AfterFailure.HOLD, Basis.Source.ELIGIBILITY_ANSWER, "v1", null, "e1");
    }

    static PaymentRequested request(
            AfterFailure after, Basis.Source source, String visit, String appointment, String entry) {
        String check = source == Basis.Source.ELIGIBILITY_ANSWER ? "c1" : null;
        Basis basis = new Basis(source, check, "standard", 1, List.of());
        return new PaymentRequested(
                "pay",
                "main",
                LocalDate.of(2026, 11, 23),
                visit,
                appointment,
                "p1",
                PaymentPurpose.CO_PAY,
                usd(2500),
                List.of(),
                basis,
                terms(after),
                entry == null ? null : "q1",
                entry,
                "fran",
                NOON);
    }

    void askedAtTheDesk() {
        asked(AfterFailure.HOLD, Basis.Source.ELIGIBILITY_ANSWER, "v1", null, "e1");
    }

    Play<CoPaySaga> start(String attempt, PaymentMethod method) {
        return play.tell(new AttemptStarted(
                "pay",
                attempt,
                1,
                method,
                usd(2500),
                false,
                null,
                null,
                "main",
                "v1",
                "p1",
                terms(AfterFailure.HOLD),
                "fran",
                NOON));
    }

    Play<CoPaySaga> fail(String attempt, FailureKind kind) {
        return play.tell(
                new AttemptFailed("pay", attempt, 1, PaymentMethod.TERMINAL, "pi_1", kind, "card_declined", NOON));
    }

    Play<CoPaySaga> capture(String attempt, long rest) {
        return play.tell(new AttemptCaptured(
                "pay", attempt, PaymentMethod.TERMINAL, "pi_1", usd(2500 - rest), usd(0), usd(rest), "v1", NOON));
    }

    void verifyWait(String step, Duration after) {
        Instant at = NOON.plus(after);
        verify(play.deadlines).schedule(Waiting.PAYMENT, "pay", step, at);
    }

    Play<CoPaySaga> over(String step) {
        return play.tell(new PaymentPatienceEnded("pay", step, NOON));
    }

    static EligibilityAnswered answered(EligibilityState state, Money coPay) {
        Benefits benefits = new Benefits(coPay, null, null, Benefits.Network.IN, null, null);
        return new EligibilityAnswered(
                "c1",
                "ver",
                "v1",
                CoverageOrder.PRIMARY,
                1,
                new EligibilityAnswer(state, benefits, null, List.of()),
                null,
                null,
                null,
                NOON);
    }
}

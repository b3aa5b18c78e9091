package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityEvent.EligibilityDecided;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.payment.AfterFailure;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.Basis;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a payment's process still waits for when the visit is over. */
class CoPayAfterVisitSagaTest extends CoPayPlay {

    /** The visit is over and the amount still owed: whatever settles it then is the last. */
    @Test
    void whatIsSettledAfterTheVisitIsTheLast() {
        for (Object last : List.of(
                new AmountRevised("pay", usd(2500), usd(0), usd(0), null, "late", NOON),
                new CashTaken("pay", "c1", 1, "t1", usd(2500), usd(2500), usd(0), usd(0), "v1", "fran", NOON),
                new PaymentWaived("pay", usd(2500), "x", "mia", null, "standard/1", usd(0), NOON),
                new PaymentWrittenOff("pay", usd(2500), "x", "mia", null, "standard/1", NOON))) {
            Play<CoPaySaga> other = new Play<>(CoPaySaga.class);
            other.tell(request()).tell(new VisitFinished("v1", "p1", null, NOON));
            other.result().expectActiveSagas(1);
            assertThat(other.tell(last).names()).as("%s", last).containsExactly("CloseItem");
            other.result().expectActiveSagas(0);
        }
    }

    @Test
    void aGuessThatWasPaidWaitsAfterTheVisitForWhoeverSaysTheSame() {
        Benefits same = new Benefits(usd(2500), null, null, Benefits.Network.IN, null, null);
        for (Object word : List.of(
                Payers.stands(2500),
                new EligibilityDecided(
                        "c1",
                        "ver",
                        "v1",
                        CoverageOrder.PRIMARY,
                        EligibilityState.ACTIVE,
                        same,
                        "b",
                        "x",
                        null,
                        NOON))) {
            Play<CoPaySaga> other = new Play<>(CoPaySaga.class);
            other.tell(request(AfterFailure.HOLD, Basis.Source.SITE_DEFAULT, "v1", null, null));
            other.tell(new AttemptCaptured(
                    "pay", "a1", PaymentMethod.TERMINAL, "pi_1", usd(2500), usd(0), usd(0), "v1", NOON));
            other.tell(new VisitFinished("v1", "p1", null, NOON)).result().expectActiveSagas(1);
            assertThat(other.tell(word).names()).as("%s", word).containsExactly("ReviseAmount");
            other.result().expectActiveSagas(0);
        }
    }
}

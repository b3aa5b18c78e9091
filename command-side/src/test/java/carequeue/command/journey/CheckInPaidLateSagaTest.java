package carequeue.command.journey;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.journey.Payers.*;
import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Channel;
import carequeue.api.Ids;
import carequeue.api.payment.AtCheckIn;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a check-in by what the payer says later, or never. */
class CheckInPaidLateSagaTest extends PayingPlay {

    private static PaymentRequested requested(PaymentPurpose purpose) {
        String id = Ids.derived("payment", "v1", purpose.toString());
        return new PaymentRequested(
                id, "main", DAY, "v1", null, "p1", purpose, usd(1), List.of(), null, null, null, null, "system", NOON);
    }

    static Stream<Object> silences() {
        return Stream.of(patienceOver(), answered(PAYER_UNAVAILABLE, null), unanswered(), handedOver());
    }

    @ParameterizedTest
    @MethodSource("silences")
    void withoutThePayersWordThePatientIsPlacedWithAnOpenItemAndTheDefaultIsAsked(Object silence) {
        Play<CheckInSaga> play = known(clinic()).tell(asked()).tell(silence);
        assertThat(play.names()).containsExactly("RaiseItem", "JoinQueue", "RequestPayment");
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.INSURANCE_UNVERIFIED);
        assertThat(play.order(RequestPayment.class).amount()).isEqualTo(usd(2500));
        assertThat(play.order(RequestPayment.class).basis().eligibilityCheckId())
                .isNull();
        play.tell(requested(PaymentPurpose.CO_PAY)).tell(placed()).result().expectActiveSagas(0);
    }

    @Test
    void patienceThatEndsAfterTheAnswerChangesNothing() {
        Play<CheckInSaga> play = known(clinic()).tell(answered(ACTIVE, 4000L)).tell(patienceOver());
        assertThat(play.names()).isEmpty();
    }

    @Test
    void anAnswerBeforeThePaymentsProcessListensIsSaidAgainAfterIt() {
        Play<CheckInSaga> play =
                known(clinic()).tell(asked()).tell(patienceOver()).tell(answered(ACTIVE, 4000L));
        assertThat(play.names()).containsExactly("CloseItem", "RequestEligibility");
        play.tell(stands(4000));
        assertThat(play.names()).isEmpty();
        play.tell(requested(PaymentPurpose.CO_PAY)).tell(placed()).result().expectActiveSagas(0);
    }

    @Test
    void anAnswerAfterThatIsThePaymentsOwn() {
        Play<CheckInSaga> play = known(clinic())
                .tell(asked())
                .tell(patienceOver())
                .tell(requested(PaymentPurpose.CO_PAY))
                .tell(answered(ACTIVE, 4000L));
        assertThat(play.names()).containsExactly("CloseItem");
    }

    @Test
    void withoutADefaultTheAmountIsAskedWhenThePayerNamesIt() {
        Play<CheckInSaga> play =
                known(clinic(policy(AtCheckIn.INSURED, 0, false))).tell(asked()).tell(patienceOver());
        assertThat(play.names()).containsExactly("RaiseItem", "NoteStep", "JoinQueue");
        play.tell(placed()).result().expectActiveSagas(1);
        play.tell(answered(ACTIVE, 4000L));
        assertThat(play.names()).containsExactly("CloseItem", "RequestPayment");
        assertThat(play.order(RequestPayment.class).entryId()).isEqualTo("e");
        play.result().expectActiveSagas(0);
    }

    @Test
    void withoutADefaultAndWithoutAnAnswerAPersonSeesToIt() {
        Play<CheckInSaga> play = known(clinic(policy(AtCheckIn.INSURED, 0, false)))
                .tell(asked())
                .tell(patienceOver())
                .tell(placed())
                .tell(handedOver());
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.CO_PAY_UNPAID);
        play.result().expectActiveSagas(0);
    }

    @Test
    void theDeadAreNotPlacedEitherWhenTheEhrSaysItWhileThePayerIsAsked() {
        Play<CheckInSaga> play = clinic();
        play.tell(new CheckInRequested(
                        "v1",
                        "main",
                        DAY,
                        Channel.DESK,
                        "p1",
                        null,
                        true,
                        null,
                        "lab",
                        null,
                        null,
                        3,
                        null,
                        Duration.ofSeconds(2),
                        NOON))
                .tell(new PatienceEnded("v1", "patient", NOON))
                .tell(new PatientLookupAnswered("v1", LookupOutcome.DECEASED, "p1", null, NOON));
        assertThat(play.order(RefuseCheckIn.class).rule()).isEqualTo("deceased");
        play.result().expectActiveSagas(0);
    }

    @Test
    void whoIsPlacedByAGuessIsFollowedUntilThePaymentIs() {
        Play<CheckInSaga> play = known(clinic()).tell(asked()).tell(patienceOver());
        assertThat(play.names()).contains("RaiseItem", "JoinQueue", "RequestPayment");
        play.tell(placed()).result().expectActiveSagas(1);
        play.tell(requested(PaymentPurpose.CO_PAY)).result().expectActiveSagas(0);
    }
}

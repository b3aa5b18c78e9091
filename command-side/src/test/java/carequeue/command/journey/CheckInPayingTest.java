package carequeue.command.journey;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.journey.Payers.*;
import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.payment.AtCheckIn;
import carequeue.api.payment.Basis;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.visit.CheckInPart;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.StepState;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way of a check-in from a known patient to the place, by who pays. Its ways out:
 *
 * <ul>
 *   <li>no coverage: self-pay, nothing asked; or the price, where the site asks everybody
 *   <li>the payer answers in time: active with an amount, with none, with nothing said; inactive; an answer that stands; a person's decision
 *   <li>the payer does not answer: not connected, patience over, unavailable, unanswered, handed over; then the default co-pay, or none
 *   <li>the late answer: before and after the payment's own process listens, with and without an amount asked
 *   <li>the queue refuses, the payment is refused, the patient leaves, the patient is dead
 * </ul>
 */
class CheckInPayingTest extends PayingPlay {

    static Stream<Object> words() {
        return Stream.of(stands(1500), decided(1500));
    }

    @Test
    void whoIsCoveredWaitsForThePayerAMoment() {
        Play<CheckInSaga> play = known(clinic());
        assertThat(play.names()).containsExactly("IdentifyPatient", "AskCoverages", "RequestEligibility");
        RequestEligibility question = play.order(RequestEligibility.class);
        assertThat(question.checkId()).isEqualTo(CHECK);
        assertThat(question.visitId()).isEqualTo("v1");
        assertThat(question.serviceDate()).isEqualTo(DAY);
        verify(play.deadlines).schedule("v1", "eligibility", NOON.plusSeconds(2));
        assertThat(play.tell(asked()).names()).isEmpty();
        assertThat(play.tell(joined()).names()).isEmpty();
    }

    @Test
    void anAnswerInTimeIsNotedThePatientPlacedAndAskedByItsWord() {
        Play<CheckInSaga> play = known(clinic()).tell(asked()).tell(answered(ACTIVE, 4000L));
        verify(play.deadlines).cancel("v1", "eligibility");
        assertThat(play.names()).containsExactly("NoteStep", "JoinQueue", "RequestPayment");
        assertThat(play.order(NoteStep.class))
                .isEqualTo(new NoteStep("v1", CheckInPart.ELIGIBILITY, StepState.DONE, "active"));
        RequestPayment asked = play.order(RequestPayment.class);
        JoinQueue place = play.order(JoinQueue.class);
        assertThat(asked.paymentId()).isEqualTo(Ids.derived("payment", "v1", "co-pay"));
        assertThat(asked.amount()).isEqualTo(usd(4000));
        assertThat(asked.basis().source()).isEqualTo(Basis.Source.ELIGIBILITY_ANSWER);
        assertThat(asked.basis().eligibilityCheckId()).isEqualTo(CHECK);
        assertThat(asked.basis().policyVersion()).isEqualTo(2);
        assertThat(asked.entryId()).isEqualTo(place.entryId());
        assertThat(asked.queueId()).isEqualTo(place.queueId());
        play.tell(placed()).result().expectActiveSagas(0);
    }

    @ParameterizedTest
    @MethodSource("words")
    void anAnswerThatStandsAndAPersonsDecisionAreAnswers(Object word) {
        Play<CheckInSaga> play = known(clinic()).tell(word);
        assertThat(play.order(RequestPayment.class).amount()).isEqualTo(usd(1500));
        play.tell(placed()).result().expectActiveSagas(0);
    }

    @Test
    void whereNothingIsOwedNothingIsAsked() {
        Play<CheckInSaga> play = known(clinic()).tell(answered(ACTIVE, 0L));
        assertThat(play.names()).containsExactly("NoteStep", "NoteStep", "JoinQueue");
        play.tell(placed()).result().expectActiveSagas(0);
    }

    @Test
    void aPayerThatSaysNothingOfTheAmountLeavesItToTheSite() {
        Play<CheckInSaga> play = known(clinic()).tell(answered(ACTIVE, null));
        RequestPayment asked = play.order(RequestPayment.class);
        assertThat(asked.amount()).isEqualTo(usd(2500));
        assertThat(asked.basis().source()).isEqualTo(Basis.Source.SITE_DEFAULT);
        assertThat(asked.basis().eligibilityCheckId()).isEqualTo(CHECK);
    }

    @Test
    void anInsuranceThatIsNotActiveIsLookedAtByAPerson() {
        Play<CheckInSaga> play = known(clinic()).tell(answered(INACTIVE, null));
        assertThat(play.names()).containsExactly("NoteStep", "RaiseItem", "JoinQueue");
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.CO_PAY_UNPAID);
        play.tell(placed()).result().expectActiveSagas(0);
    }

    @Test
    void whereNobodyCanAnswerNobodyWaits() {
        Play<CheckInSaga> play = known(clinic().withoutAPayer()).tell(asked());
        assertThat(play.names()).containsExactly("RaiseItem", "JoinQueue", "RequestPayment");
        assertThat(play.order(RaiseItem.class).detail()).isEqualTo("not connected");
    }

    @Test
    void whoLeavesIsNotAskedAnyMore() {
        Play<CheckInSaga> play = known(clinic(policy(AtCheckIn.INSURED, 0, false)))
                .tell(asked())
                .tell(patienceOver())
                .tell(placed())
                .tell(new VisitLeft("v1", "p1", null, "no time", NOON));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(0);
    }

    @Test
    void whereNobodyIsAskedTheInsuranceIsVerifiedAllTheSame() {
        Play<CheckInSaga> play = known(clinic(policy(AtCheckIn.NOBODY, 2500, false)))
                .tell(asked())
                .tell(patienceOver());
        assertThat(play.names()).containsExactly("RaiseItem", "NoteStep", "JoinQueue");
        play.tell(placed()).result().expectActiveSagas(0);
    }

    @Test
    void whoPaysForThemselvesIsAskedThePriceWhereTheSiteAsksEverybody() {
        Play<CheckInSaga> play =
                clinic(policy(AtCheckIn.EVERYBODY, 2500, false)).answering(AskCoverages.class, null);
        known(play);
        assertThat(play.names())
                .containsExactly("IdentifyPatient", "AskCoverages", "NoteStep", "JoinQueue", "RequestPayment");
        assertThat(play.order(RequestPayment.class).purpose()).isEqualTo(PaymentPurpose.SELF_PAY);
        assertThat(play.order(RequestPayment.class).amount()).isEqualTo(usd(6000));
        play.tell(placed()).result().expectActiveSagas(0);
    }

    @Test
    void aSiteMayHoldThePlaceUntilItIsPaid() {
        Play<CheckInSaga> play =
                known(clinic(policy(AtCheckIn.INSURED, 2500, true))).tell(answered(ACTIVE, 4000L));
        assertThat(play.names()).containsExactly("NoteStep", "JoinQueue", "RequestPayment", "HoldPayment");
    }

    @Test
    void aQueueThatTakesNobodyAsksForNothing() {
        Play<CheckInSaga> play = clinic().refusing(JoinQueue.class, Play.closed());
        known(play).tell(answered(ACTIVE, 4000L));
        assertThat(play.names()).containsExactly("NoteStep", "JoinQueue", "RefuseCheckIn");
        play.result().expectActiveSagas(0);
    }

    @Test
    void anAmountThatCannotBeAskedIsLookedAtByAPerson() {
        Play<CheckInSaga> play =
                clinic().refusing(RequestPayment.class, new Refused.BadField("/amount", "is too much"));
        known(play).tell(answered(ACTIVE, 4000L));
        assertThat(play.names()).containsExactly("NoteStep", "JoinQueue", "RequestPayment", "RaiseItem");
        play.tell(placed()).result().expectActiveSagas(0);
    }
}

package carequeue.command.claim;

import static carequeue.command.claim.Billing.after;
import static carequeue.command.claim.Billing.event;
import static carequeue.command.claim.Office.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.Adjustment;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Adjustment.Kind;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.PayerEvent.*;
import carequeue.api.claim.Worry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** What a payer decided, and its money, whenever they come. */
class ClaimDecidedTest extends AnsweredClaim {

    @Test
    void thePayerTakesItAndItsDecisionIsWaitedFor() {
        ClaimAccepted accepted = event(after(SENT, says(1, Word.ACCEPTED)), ClaimAccepted.class);
        assertThat(accepted.answerBy()).isEqualTo(NOON.plus(Duration.ofDays(30)));
        assertThat(accepted.waitNumber()).isEqualTo(2);
        assertThat(event(after(sentAnd(says(1, Word.ACCEPTED)), says(1, Word.ACCEPTED)), ClaimAnswerNoted.class)
                        .why())
                .isEqualTo("repeat");
    }

    @Test
    void aPayerThatWantsToKnowMoreIsOnTheWorklistAndStillDecides() {
        assertThat(event(after(SENT, says(1, Word.NEEDS_INFORMATION)), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.NEEDS_INFORMATION);
        isIn(after(sentAnd(says(1, Word.NEEDS_INFORMATION)), decides(1, denied("d1"))), ClaimState.DENIED);
    }

    @Test
    void itDecidesAndThePatientsPartIsKnown() {
        ClaimAdjudicated decided = event(after(SENT, decides(1, processed("d1", 8000))), ClaimAdjudicated.class);
        assertThat(decided.patientOwes()).isEqualTo(usd(2000));
        assertThat(decided.last()).isTrue();
        assertThat(decided.answerBy()).isEqualTo(NOON.plus(Duration.ofDays(14)));
        List<Object> withSecondary = List.of(draft(POLICY, List.of(SECONDARY)), type(content(12000)), submit());
        assertThat(event(after(withSecondary, decides(1, processed("d1", 8000))), ClaimAdjudicated.class)
                        .last())
                .isFalse();
    }

    @Test
    void theMoneyMakesItPaidAndNothingToPayDoesToo() {
        List<Object> decided = sentAnd(decides(1, processed("d1", 8000)));
        isIn(after(decided, pays("r1", 5000)), ClaimState.ADJUDICATED);
        assertThat(event(after(decided, pays("r1", 8000)), ClaimPaid.class).total())
                .isEqualTo(usd(8000));
        isIn(after(SENT, decides(1, processed("d1", 0))), ClaimState.PAID);
        List<Object> moneyFirst = sentAnd(pays("r1", 8000));
        isIn(after(moneyFirst, decides(1, processed("d1", 8000))), ClaimState.PAID);
    }

    @Test
    void anotherSumThanWasDecidedIsForAPerson() {
        List<Object> decided = sentAnd(decides(1, processed("d1", 8000)));
        assertThat(event(after(decided, pays("r1", 9000)), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.PAID_OTHERWISE);
        List<Object> paid = new ArrayList<>(decided);
        paid.add(pays("r1", 8000));
        assertThat(event(after(paid, pays("r2", -8000)), ClaimHandedOver.class).why())
                .isEqualTo(Worry.PAID_OTHERWISE);
        assertThat(event(after(paid, decides(1, processed("d2", 7000))), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.PAID_OTHERWISE);
    }

    @Test
    void aDecisionComesBeforeTheAcknowledgement() {
        List<Object> decided = sentAnd(decides(1, processed("d1", 8000)));
        assertThat(event(after(decided, says(1, Word.ACCEPTED)), ClaimAnswerNoted.class)
                        .why())
                .isEqualTo("older");
        isIn(after(decided, says(1, Word.REJECTED)), ClaimState.ADJUDICATED);
        isIn(after(sentAnd(says(1, Word.REJECTED)), decides(1, processed("d1", 8000))), ClaimState.ADJUDICATED);
    }

    @Test
    void aDecisionOnAnEarlierSubmissionChangesNothingButItsMoneyIsNotPassedOver() {
        List<Object> twice =
                sentAnd(says(1, Word.ACCEPTED), new CorrectClaim("cl", "typo"), type(content(13000)), submit());
        ResultValidator<Claim> late = after(twice, decides(1, processed("d1", 8000)));
        assertThat(event(late, ClaimAnswerNoted.class).paid()).isEqualTo(usd(8000));
        assertThat(event(late, ClaimHandedOver.class).why()).isEqualTo(Worry.SUPERSEDED_ANSWER);
        isIn(late, ClaimState.SUBMITTED);
        assertThat(event(after(twice, decides(1, denied("d1"))), ClaimAnswerNoted.class)
                        .why())
                .isEqualTo("older");
    }

    @Test
    void theReplacedDecisionIsTakenBackInAnyOrder() {
        List<Object> replaced = sentAnd(
                decides(1, processed("d1", 8000)), new CorrectClaim("cl", "typo"), type(content(13000)), submit());
        isIn(after(replaced, decides(1, reversal("d2", 8000))), ClaimState.SUBMITTED);
        replaced.add(decides(2, processed("d3", 9000)));
        assertThat(event(after(replaced, decides(1, reversal("d2", 8000))), ClaimAnswerNoted.class)
                        .why())
                .isEqualTo("older");
    }

    @Test
    void aDecisionThatIsTakenBackIsFollowedByAnother() {
        List<Object> paid = sentAnd(decides(1, processed("d1", 8000)), pays("r1", 8000));
        isIn(after(paid, decides(1, reversal("d2", 8000))), ClaimState.ACCEPTED);
        paid.add(decides(1, reversal("d2", 8000)));
        paid.add(pays("r2", -8000));
        paid.add(decides(1, processed("d3", 7000)));
        isIn(after(paid, pays("r3", 7000)), ClaimState.PAID);
    }

    @Test
    void whileItIsCorrectedADecisionIsKeptInMind() {
        List<Object> corrected = sentAnd(says(1, Word.ACCEPTED), new CorrectClaim("cl", "typo"));
        ResultValidator<Claim> outcome = after(corrected, decides(1, processed("d1", 8000)));
        assertThat(event(outcome, ClaimAdjudicated.class).answerBy()).isNull();
        isIn(outcome, ClaimState.CORRECTED);
    }

    @Test
    void amountsThatDoNotAddUpChangeNothing() {
        Adjustment patient = new Adjustment(Bearer.PATIENT, Kind.CO_PAY, "3", 2000, null);
        ResultValidator<Claim> outcome = after(SENT, decides(1, decision("d1", Decision.PROCESSED, 8000, patient)));
        assertThat(event(outcome, ClaimAnswerNoted.class).why()).isEqualTo("unbalanced");
        assertThat(event(outcome, ClaimHandedOver.class).why()).isEqualTo(Worry.UNBALANCED);
        isIn(outcome, ClaimState.SUBMITTED);
    }

    @Test
    void moneyThatDoesNotComeAndClaimsThatLieAboutAreForAPerson() {
        assertThat(event(after(story(ClaimState.ADJUDICATED), new ElapseClaim("cl", "answer-2")), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.NOT_PAID);
        assertThat(event(after(story(ClaimState.REJECTED), new ElapseClaim("cl", "answer-2")), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.LEFT_LYING);
        assertThat(event(after(story(ClaimState.CORRECTED), new ElapseClaim("cl", "answer-3")), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.LEFT_LYING);
    }
}

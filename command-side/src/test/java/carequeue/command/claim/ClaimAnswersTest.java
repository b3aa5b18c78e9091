package carequeue.command.claim;

import static carequeue.command.claim.Billing.after;
import static carequeue.command.claim.Billing.event;
import static carequeue.command.claim.Billing.rule;
import static carequeue.command.claim.Office.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.claim.Acknowledgement.Word;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What payers say of a claim: in time, late, twice, out of order, and not at all. */
class ClaimAnswersTest extends AnsweredClaim {

    @ParameterizedTest
    @EnumSource(
            value = Word.class,
            names = {"ON_ITS_WAY", "UNAVAILABLE"})
    void wordThatSaysNothingLeavesTheWaitAsItIs(Word word) {
        ResultValidator<Claim> outcome = after(SENT, says(1, word));
        event(outcome, ClaimUnderWay.class);
        outcome.expectState(claim -> {
            assertThat(claim.dossier().wait).isEqualTo(1);
            assertThat(claim.dossier().waits).isTrue();
        });
    }

    @Test
    void aClaimThatIsNotFoundMayBeFoundStill() {
        isIn(after(sentAnd(says(1, Word.NOT_FOUND)), says(1, Word.ACCEPTED)), ClaimState.ACCEPTED);
        isIn(after(sentAnd(says(1, Word.REJECTED)), says(1, Word.ACCEPTED)), ClaimState.REJECTED);
        assertThat(event(after(SENT, says(1, Word.REJECTED)), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.REJECTED);
    }

    @Test
    void whatComesTwiceCountsOnce() {
        List<Object> paid = sentAnd(decides(1, processed("d1", 8000)), pays("r1", 8000));
        assertThat(event(after(paid, decides(1, processed("d1", 8000))), ClaimAnswerNoted.class)
                        .why())
                .isEqualTo("repeat");
        ResultValidator<Claim> again = after(paid, pays("r1", 8000));
        assertThat(event(again, ClaimAnswerNoted.class).why()).isEqualTo("repeat");
        again.expectState(claim -> assertThat(claim.dossier().remitted()).isEqualTo(8000));
    }

    @Test
    void theEndOfAClaimIsTakenOrNot() {
        List<Object> ending = new ArrayList<>(story(ClaimState.VOIDING));
        isIn(after(ending, says(2, Word.ACCEPTED)), ClaimState.VOIDED);
        isIn(after(ending, says(2, Word.REJECTED)), ClaimState.ACCEPTED);
        assertThat(event(after(ending, decides(2, denied("d9"))), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.VOID_REFUSED);
        List<Object> paid = new ArrayList<>(story(ClaimState.PAID));
        paid.add(new VoidClaim("cl", "wrong patient", POLICY));
        isIn(after(paid, says(2, Word.ACCEPTED)), ClaimState.VOIDING);
        isIn(after(paid, decides(2, reversal("d9", 8000))), ClaimState.VOIDED);
    }

    @Test
    void wordOfASubmissionThatNeverWasIsRefused() {
        rule(after(SENT, says(2, Word.ACCEPTED)), "unknown-submission");
        rule(after(SENT, decides(0, processed("d1", 8000))), "unknown-submission");
        rule(after(List.of(draft()), pays("r1", 1)), "unknown-submission");
    }

    @Test
    void noAnswerIsAskedForAndThenAPersonSeesToIt() {
        ClaimStatusRequested asked = event(after(SENT, new ElapseClaim("cl", "answer-1")), ClaimStatusRequested.class);
        assertThat(asked.ask()).isEqualTo(1);
        assertThat(asked.waitNumber()).isEqualTo(2);
        assertThat(asked.answerBy()).isEqualTo(NOON.plus(Duration.ofDays(3)));
        List<Object> asking = sentAnd(
                new ElapseClaim("cl", "answer-1"),
                new ElapseClaim("cl", "answer-2"),
                new ElapseClaim("cl", "answer-3"));
        assertThat(event(after(asking, new ElapseClaim("cl", "answer-4")), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.NO_ANSWER);
        after(asking, new ElapseClaim("cl", "answer-3")).expectNoEvents();
        after(SENT, new ElapseClaim("cl", "nonsense")).expectNoEvents();
    }

    @Test
    void theTimeLimitOfThePayerIsToldBeforeItRunsOut() {
        assertThat(event(after(List.of(draft()), new ElapseClaim("cl", "filing-warning")), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.FILING_LIMIT_NEAR);
        assertThat(event(after(List.of(draft()), new ElapseClaim("cl", "filing-limit")), ClaimHandedOver.class)
                        .why())
                .isEqualTo(Worry.FILING_LIMIT_PASSED);
        after(SENT, new ElapseClaim("cl", "filing-warning")).expectNoEvents();
        after(sentAnd(says(1, Word.ACCEPTED), new CorrectClaim("cl", "typo")), new ElapseClaim("cl", "filing-limit"))
                .expectNoEvents();
    }
}

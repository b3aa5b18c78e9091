package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand;
import carequeue.api.claim.ClaimCommand.AskClaim;
import carequeue.api.claim.ClaimCommand.DraftClaim;
import carequeue.api.claim.ClaimCommand.ElapseClaim;
import carequeue.api.claim.ClaimCommand.NoteCoverage;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.PayerEvent.*;
import carequeue.api.claim.Prior;
import carequeue.api.claim.Worry;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.patient.Covered;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every way of a claim's process to its end: paid, denied, closed, voided before and after it went out, its end refused, no answer, money that does
 * not come, left lying after a rejection, the time limit passed; and what makes it begin again after its end.
 */
class ClaimSagaTest extends ClaimPlay {

    @Test
    void aDraftHasThePayersTimeLimitAndNothingIsOrdered() {
        play.tell(drafted()).result().expectActiveSagas(1);
        assertThat(play.names()).isEmpty();
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "filing-warning", WARN);
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "filing-limit", LIMIT);
        assertThat(Waiting.CLAIM.end("cl", "answer-1")).isEqualTo(new ElapseClaim("cl", "answer-1"));
        play.tell(over(Worry.FILING_LIMIT_NEAR)).result().expectActiveSagas(1);
        ends(over(Worry.FILING_LIMIT_PASSED));
    }

    @Test
    void eachWaitTakesThePlaceOfTheOneBeforeUntilItIsPaid() {
        play.tell(drafted()).tell(submitted(1));
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-1", LATER);
        play.tell(accepted(2));
        verify(play.deadlines).cancel(Waiting.CLAIM, "cl", "answer-1");
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-2", LATER);
        play.tell(adjudicated(Decision.PROCESSED, true, LATER)).result().expectActiveSagas(1);
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-3", LATER);
        ends(new ClaimPaid("cl", "v1", new Money(8000, "USD"), NOON));
        verify(play.deadlines).cancel(Waiting.CLAIM, "cl", "answer-3");
    }

    @Test
    void whatAPayerLeavesOverGoesToTheNext() {
        play.answering(AskClaim.class, known(null)).tell(submitted(1));
        play.tell(adjudicated(Decision.PROCESSED, false, null));
        assertThat(play.order(DraftClaim.class))
                .isEqualTo(new DraftClaim(
                        ClaimCommand.id("v1", "c2"),
                        "main",
                        "p1",
                        "v1",
                        DAY,
                        SECOND,
                        List.of(),
                        new Prior("cl", "60054", decision(Decision.PROCESSED)),
                        CONTENT,
                        ClaimPolicy.DEFAULT));
    }

    @Test
    void theLastPayerHasNoNext() {
        play.answering(AskClaim.class, known(null)).tell(submitted(1));
        play.tell(adjudicated(Decision.PROCESSED, true, null));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void aDenialThatIsLeftAtThatGoesToTheNextPayerToo() {
        play.answering(AskClaim.class, known(decision(Decision.DENIED)));
        Money owes = new Money(12000, "USD");
        play.tell(new ClaimClosed("cl", "main", "p1", "v1", owes, false, "small", NOON));
        assertThat(play.order(DraftClaim.class).prior().adjudication().decision())
                .isEqualTo(Decision.DENIED);
        play.result().expectActiveSagas(0);
        play.tell(new ClaimClosed("cl", "main", "p1", "v1", owes, true, "small", NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void aRejectionAndACorrectionWaitForAPersonAndLookAtTheCoverageAgain() {
        CoverageRef better = new CoverageRef("c1", CoverageOrder.PRIMARY, "60055", "Aetna", true);
        play.answering(AskClaim.class, known(null)).answering(AskCoverages.class, new Covered("p1", List.of(better)));
        play.tell(submitted(1)).tell(new ClaimRejected("cl", "v1", 1, false, List.of(), 2, LATER, NOON));
        assertThat(play.order(NoteCoverage.class)).isEqualTo(new NoteCoverage("cl", better));
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-2", LATER);
        play.tell(new ClaimCorrected("cl", "v1", "typo", List.of(), 3, LATER, NOON));
        assertThat(play.names()).contains("NoteCoverage");
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-3", LATER);
        ends(over(Worry.LEFT_LYING));
    }

    @Test
    void aCoverageThatIsKnownBetterReachesTheClaim() {
        play.tell(drafted());
        Coverage better = new Coverage(
                "c1", CoverageOrder.PRIMARY, "60055", "Aetna", Phi.of("M1"), null, Relationship.SELF, null, null, null);
        play.tell(new CoverageRecorded("p1", better, "desk"));
        assertThat(play.order(NoteCoverage.class)).isEqualTo(new NoteCoverage("cl", better.ref()));
        Coverage another = new Coverage(
                "c9", CoverageOrder.SECONDARY, "1", "X", Phi.of("M1"), null, Relationship.SELF, null, null, null);
        play.tell(new CoverageRecorded("p1", another, "desk"));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void aDecisionDuringACorrectionLeavesTheWaitOfTheCorrection() {
        play.tell(submitted(1)).tell(new ClaimCorrected("cl", "v1", "typo", List.of(), 2, LATER, NOON));
        play.tell(adjudicated(Decision.PROCESSED, true, null)).result().expectActiveSagas(1);
        verify(play.deadlines, never()).cancel(eq(Waiting.CLAIM), any(), eq("answer-2"));
    }

    @Test
    void whatCouldNotLeaveWaitsForAPerson() {
        play.tell(submitted(1));
        play.tell(new ClaimUnsent("cl", "v1", 1, List.of("/clinic/taxId"), ClaimState.DRAFTED, 2, LATER, NOON));
        assertThat(play.names()).isEmpty();
        verify(play.deadlines).cancel(Waiting.CLAIM, "cl", "answer-1");
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-2", LATER);
        play.result().expectActiveSagas(1);
    }
}

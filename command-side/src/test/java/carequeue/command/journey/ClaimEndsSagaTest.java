package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Money;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.AskClaim;
import carequeue.api.claim.ClaimCommand.NoteCoverage;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.ContentSource;
import carequeue.api.claim.PayerEvent.*;
import carequeue.api.claim.Worry;
import carequeue.api.patient.Covered;
import carequeue.api.patient.PatientCommand.AskCoverages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ends of a claim's process, and what makes it begin again. */
class ClaimEndsSagaTest extends ClaimPlay {

    @Test
    void aStatusThatIsAskedForIsWaitedForAndThenAPersonSeesToIt() {
        play.tell(submitted(1)).tell(new ClaimStatusRequested("cl", "v1", 1, 1, null, 2, LATER, NOON));
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-2", LATER);
        play.tell(over(Worry.NEEDS_INFORMATION)).result().expectActiveSagas(1);
        ends(over(Worry.NO_ANSWER));
    }

    @ParameterizedTest
    @EnumSource(
            value = Worry.class,
            names = {"NO_ANSWER", "LEFT_LYING", "NOT_PAID", "PAID_OTHERWISE"})
    void whatAPersonSeesToIsWaitedForNoMore(Worry why) {
        play.tell(submitted(1));
        ends(over(why));
        verify(play.deadlines).cancel(Waiting.CLAIM, "cl", "answer-1");
    }

    @Test
    void aDenialAndAnEndAreEnds() {
        play.tell(submitted(1)).tell(adjudicated(Decision.DENIED, false, null));
        assertThat(play.names()).isEmpty();
        play.tell(submitted(1));
        ends(new ClaimDenied("cl", "v1", 1, List.of(), NOON));
        play.tell(drafted());
        ends(new ClaimVoided("cl", "v1", "twice", NOON));
        play.tell(submitted(1));
        ends(new VoidRefused("cl", "v1", 1, List.of(), ClaimState.PAID, NOON));
    }

    @Test
    void afterItsEndATypedClaimStillHearsOfItsCoverage() {
        play.answering(AskClaim.class, known(null)).answering(AskCoverages.class, new Covered("p1", List.of(FIRST)));
        ClaimTyped lacking = new ClaimTyped(
                "cl", "p1", "v1", CONTENT, null, ContentSource.BILLING, List.of("/coverage/payerId"), NOON);
        play.tell(lacking);
        assertThat(play.order(NoteCoverage.class)).isEqualTo(new NoteCoverage("cl", FIRST));
        play.result().expectActiveSagas(0);
        play.tell(new ClaimTyped("cl", "p1", "v1", CONTENT, null, ContentSource.BILLING, List.of(), NOON));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(0);
    }

    @Test
    void wordThatComesAfterTheEndBeginsTheWaitAgain() {
        play.tell(accepted(5)).result().expectActiveSagas(1);
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-5", LATER);
        ends(over(Worry.NO_ANSWER));
        play.tell(new ClaimReversed("cl", "v1", 1, "d2", 6, LATER, NOON))
                .result()
                .expectActiveSagas(1);
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-6", LATER);
    }

    @Test
    void aClaimThatWasPassedOnIsWaitedFor() {
        play.tell(drafted()).tell(new ClaimForwarded("cl", "p1", "v1", 1, FIRST, 1, LATER, NOON));
        verify(play.deadlines).schedule(Waiting.CLAIM, "cl", "answer-1", LATER);
        ends(new ClaimPaid("cl", "v1", new Money(0, "USD"), NOON));
    }

    @Test
    void aWordAfterTheEndThatAsksForNoWaitEndsAgainAtOnce() {
        ends(adjudicated(Decision.DENIED, true, null));
        assertThat(play.names()).isEmpty();
        ends(new ClaimReversed("cl", "v1", 1, "d2", 6, null, NOON));
        assertThat(play.names()).isEmpty();
    }
}

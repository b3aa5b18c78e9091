package carequeue.command.journey;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Refused;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.NextStep;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the verification of a coverage ends, also long after the visit. */
class VerificationEndsSagaTest extends VerificationPlay {

    private static AnswerStands stands(CoverageRef... more) {
        return new AnswerStands(
                E1,
                "ver",
                "v1",
                "a1",
                "main",
                "p1",
                FIRST,
                List.of(more),
                DAY,
                POLICY,
                ACTIVE,
                Benefits.NONE,
                NOON,
                LATER,
                NOON);
    }

    @Test
    void theOnlyPayerAnswersAndItIsOver() {
        play.tell(asked(E1, "v1", FIRST, 1));
        verify(play.deadlines).schedule(Waiting.ELIGIBILITY, E1, "answer-1", LATER);
        play.tell(answered(E1, 1, ACTIVE, NextStep.NOTHING));
        verify(play.deadlines).cancel(Waiting.ELIGIBILITY, E1, "answer-1");
        assertThat(play.order(CloseItem.class))
                .isEqualTo(new CloseItem("v1", OpenItem.INSURANCE_UNVERIFIED, "the insurance is verified"));
        play.result().expectActiveSagas(0);
    }

    @Test
    void aDecisionEndsItAlsoWhenNobodyWaitsAnyMore() {
        EligibilityDecided decided = new EligibilityDecided(
                E1, "ver", "v1", CoverageOrder.PRIMARY, ACTIVE, Benefits.NONE, "billing", "by telephone", LATER, NOON);
        play.tell(decided);
        assertThat(play.order(CloseItem.class).item()).isEqualTo(OpenItem.INSURANCE_UNVERIFIED);
        play.result().expectActiveSagas(0);
        play.tell(asked(E1, "v1", FIRST, 1)).tell(decided);
        play.result().expectActiveSagas(0);
    }

    @Test
    void asAheadOfTheDayNothingIsRaisedUntilAVisitJoins() {
        play.tell(asked(E1, null, FIRST, 1));
        play.tell(
                new EligibilityUnanswered(E1, "ver", null, CoverageOrder.PRIMARY, 1, NextStep.ASK_AGAIN, LATER, NOON));
        assertThat(play.names()).isEmpty();
        play.tell(new VisitJoined(E1, "ver", "v1", CoverageOrder.PRIMARY, NOON));
        assertThat(play.order(RaiseItem.class))
                .isEqualTo(new RaiseItem("v1", OpenItem.INSURANCE_UNVERIFIED, "the payer has not answered yet"));
    }

    @Test
    void aSecondQuestionThatIsRefusedEndsItAsWell() {
        play.refusing(RequestEligibility.class, new Refused.NotFound("site", "main"));
        play.tell(asked(E1, "v1", FIRST, 1, SECOND)).tell(answered(E1, 1, ACTIVE, NextStep.NOTHING));
        play.result().expectActiveSagas(0);
    }

    @Test
    void aLateAnswerOfAnEndedVerificationStillClosesTheItem() {
        play.tell(answered(E1, 1, ACTIVE, NextStep.NOTHING));
        assertThat(play.names()).containsExactly("CloseItem");
        play.result().expectActiveSagas(0);
    }

    @Test
    void anAnswerThatStandsWithoutAFurtherPayerIsTheEnd() {
        assertThat(play.tell(stands()).names()).containsExactly("CloseItem");
        play.result().expectActiveSagas(0);
    }

    @Test
    void whatSomebodyElseHandedOverIsWaitedForNoMore() {
        play.tell(asked(E1, "v1", FIRST, 1));
        play.tell(new EligibilityHandedOver(E1, "ver", "v1", CoverageOrder.PRIMARY, PAYER_UNAVAILABLE, NOON));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(0);
    }

    @Test
    void aPayerThatWillAnswerByItselfAndDoesNotIsAPersons() {
        play.tell(asked(E1, "v1", FIRST, 1)).tell(answered(E1, 1, PAYER_UNAVAILABLE, NextStep.AWAIT_ANSWER));
        play.tell(unanswered(NextStep.PERSON));
        assertThat(play.names()).containsExactly("RaiseItem", "HandOverEligibility");
        play.result().expectActiveSagas(0);
    }

    @Test
    void aVisitThatIsOverKeepsNoQuestionOpen() {
        Refused over = new Refused.WrongState("entered-in-error", "The visit was entered in error.");
        play.refusing(RaiseItem.class, over).refusing(CloseItem.class, over);
        play.tell(asked(E1, "v1", FIRST, 1)).tell(unanswered(NextStep.ASK_AGAIN));
        play.result().expectActiveSagas(1);
        play.tell(answered(E1, 1, ACTIVE, NextStep.NOTHING));
        assertThat(play.failure()).isNull();
        play.result().expectActiveSagas(0);
    }
}

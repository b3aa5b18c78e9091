package carequeue.command.journey;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import carequeue.api.Refused;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.HandOverEligibility;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.eligibility.NextStep;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every path from a question about a patient's insurance to an answer or the worklist. */
class InsuranceVerificationSagaTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final EligibilityPolicy POLICY = EligibilityPolicy.DEFAULT;
    private static final CoverageRef FIRST = new CoverageRef("c1", CoverageOrder.PRIMARY, "60054", "Aetna", true);
    private static final CoverageRef SECOND = new CoverageRef("c2", CoverageOrder.SECONDARY, "00007", "Medicaid", true);
    private static final String E1 = EligibilityCommand.id("main", "p1", "c1", DAY);
    private static final String E2 = EligibilityCommand.id("main", "p1", "c2", DAY);
    private static final Instant LATER = NOON.plusSeconds(120);

    private final Play<InsuranceVerificationSaga> play = new Play<>(InsuranceVerificationSaga.class);

    private static EligibilityRequested asked(
            String id, String visit, CoverageRef about, int ask, CoverageRef... more) {
        return new EligibilityRequested(
                id, "ver", visit, "a1", "main", "p1", about, List.of(more), DAY, ask, Why.FIRST, POLICY, LATER, NOON);
    }

    private static EligibilityAnswered answered(String id, int ask, EligibilityState state, NextStep next) {
        CoverageOrder order = id.equals(E1) ? CoverageOrder.PRIMARY : CoverageOrder.SECONDARY;
        EligibilityAnswer answer = new EligibilityAnswer(state, Benefits.NONE, FollowUp.NONE, List.of());
        return new EligibilityAnswered(id, "ver", "v1", order, ask, answer, next, LATER, null, NOON);
    }

    private static EligibilityUnanswered unanswered(NextStep next) {
        return new EligibilityUnanswered(E1, "ver", "v1", CoverageOrder.PRIMARY, 1, next, LATER, NOON);
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
    void theSecondaryIsAskedAfterThePrimary() {
        play.tell(asked(E1, "v1", FIRST, 1, SECOND));
        assertThat(play.names()).isEmpty();
        play.tell(answered(E1, 1, INACTIVE, NextStep.NOTHING));
        assertThat(play.order(RequestEligibility.class))
                .isEqualTo(new RequestEligibility(E2, "v1", "a1", "main", "p1", SECOND, List.of(), DAY, POLICY));
        play.result().expectActiveSagas(1);
        play.tell(asked(E2, "v1", SECOND, 1)).tell(answered(E2, 1, ACTIVE, NextStep.NOTHING));
        assertThat(play.order(CloseItem.class).item()).isEqualTo(OpenItem.SECONDARY_INSURANCE_UNVERIFIED);
        play.result().expectActiveSagas(0);
    }

    @Test
    void aPayerThatIsAwayIsAskedLaterAndHoldsNobodyUp() {
        play.tell(asked(E1, "v1", FIRST, 1, SECOND)).tell(answered(E1, 1, PAYER_UNAVAILABLE, NextStep.ASK_AGAIN));
        verify(play.deadlines).schedule(Waiting.ELIGIBILITY, E1, "retry-1", LATER);
        assertThat(play.names()).containsExactly("RaiseItem", "RequestEligibility");
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.INSURANCE_UNVERIFIED);
        play.tell(answered(E2, 1, ACTIVE, NextStep.NOTHING));
        play.result().expectActiveSagas(1);
        play.tell(asked(E1, "v1", FIRST, 2)).tell(answered(E1, 2, ACTIVE, NextStep.NOTHING));
        assertThat(play.names()).containsExactly("CloseItem");
        play.result().expectActiveSagas(0);
    }

    @Test
    void noAnswerIsAPayerThatIsAway() {
        play.tell(asked(E1, "v1", FIRST, 1)).tell(unanswered(NextStep.ASK_AGAIN));
        verify(play.deadlines).schedule(Waiting.ELIGIBILITY, E1, "retry-1", LATER);
        assertThat(play.names()).containsExactly("RaiseItem");
        play.tell(unanswered(NextStep.PERSON));
        assertThat(play.order(HandOverEligibility.class)).isEqualTo(new HandOverEligibility(E1));
        play.result().expectActiveSagas(0);
    }

    @Test
    void aPayerThatWillAnswerByItselfIsWaitedFor() {
        play.tell(asked(E1, "v1", FIRST, 1)).tell(answered(E1, 1, PAYER_UNAVAILABLE, NextStep.AWAIT_ANSWER));
        verify(play.deadlines, times(2)).schedule(Waiting.ELIGIBILITY, E1, "answer-1", LATER);
        play.result().expectActiveSagas(1);
    }

    @Test
    void whatThePatientMustCorrectGoesToTheWorklistAndTheSecondaryIsAsked() {
        play.tell(asked(E1, "v1", FIRST, 1, SECOND)).tell(answered(E1, 1, PATIENT_MUST_CORRECT, NextStep.PERSON));
        assertThat(play.names()).containsExactly("RaiseItem", "HandOverEligibility", "RequestEligibility");
        play.tell(new EligibilityHandedOver(E1, "ver", "v1", CoverageOrder.PRIMARY, PATIENT_MUST_CORRECT, NOON));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(1);
        play.tell(answered(E2, 1, ACTIVE, NextStep.NOTHING));
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
    void anAnswerThatStandsIsOneAndTheSecondaryIsAsked() {
        play.tell(new AnswerStands(
                E1,
                "ver",
                "v1",
                "a1",
                "main",
                "p1",
                FIRST,
                List.of(SECOND),
                DAY,
                POLICY,
                ACTIVE,
                Benefits.NONE,
                NOON,
                LATER,
                NOON));
        assertThat(play.names()).containsExactly("CloseItem", "RequestEligibility");
        assertThat(play.order(RequestEligibility.class).checkId()).isEqualTo(E2);
        play.result().expectActiveSagas(1);
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
}

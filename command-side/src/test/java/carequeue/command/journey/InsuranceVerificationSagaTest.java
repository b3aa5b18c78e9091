package carequeue.command.journey;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.HandOverEligibility;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.NextStep;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every way of a question about a patient's insurance to its end. Ways out:
 *
 * <ul>
 *   <li>the only payer answers for good; or the secondary does, after the primary
 *   <li>an answer that is there already stands, with and without a further payer
 *   <li>a person decides, before or after the end
 *   <li>silence, or a payer that is away, for too long; or what only a person can put right: handed over
 *   <li>the question to the next payer is refused; a check that was handed over by somebody else
 *   <li>an answer after the end closes what is open and ends at once
 * </ul>
 *
 * A payer that is away, or promises to answer, is waited for with a deadline. The end of the visit ends nothing: the payer's word holds for the day.
 */
class InsuranceVerificationSagaTest extends VerificationPlay {

    private static final String E2 = EligibilityCommand.id("main", "p1", "c2", DAY);

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
}

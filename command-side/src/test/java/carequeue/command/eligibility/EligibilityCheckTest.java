package carequeue.command.eligibility;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.eligibility.Checks.*;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.eligibility.EligibilityCommand.*;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.eligibility.NextStep;
import carequeue.api.patient.CoverageOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a question to a payer: late answers, repeated ones, none, and what a person decides. */
class EligibilityCheckTest extends AskedPayer {

    private static <E> E word(String word, E[] all) {
        return List.of(all).stream()
                .filter(e -> e.toString().equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aQuestionIsAskedOnce() {
        fixture(NOON).givenNoPriorActivity().when(request("v1")).expectEvents(asked(1, Why.FIRST, NOON));
        fixture(NOON).given(asked(1, Why.FIRST, NOON)).when(request("v1")).expectNoEvents();
    }

    @Test
    void aVisitJoinsAQuestionThatWasAskedAhead() {
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON))
                .when(request("v2"))
                .expectEvents(new VisitJoined("e1", VERIFICATION, "v2", CoverageOrder.PRIMARY, NOON));
    }

    @ParameterizedTest
    @CsvSource({
        "payer-unavailable, none, ask-again, PT1M",
        "payer-unavailable, resubmission-allowed, ask-again, PT1M",
        "payer-unavailable, resubmit-unchanged, ask-again, PT1M",
        "unknown, resubmit-unchanged, ask-again, PT1M",
        "payer-unavailable, wait-10-days, ask-again, P10D",
        "payer-unavailable, wait-30-days, ask-again, P30D",
        "payer-unavailable, answer-follows, await-answer, PT4H",
        "payer-unavailable, do-not-resubmit, person,",
        "payer-unavailable, correct-and-resubmit, person,",
        "patient-must-correct, correct-and-resubmit, person,",
        "patient-must-correct, none, person,",
        "not-supported, none, person,",
        "enrolment-missing, resubmission-allowed, person,",
        "unknown, none, person,",
        "active, none, nothing,",
        "inactive, do-not-resubmit, nothing,",
    })
    void whatThePayerWantsIsDone(String outcome, String followUp, String next, Duration in) {
        EligibilityState state = word(outcome, EligibilityState.values());
        FollowUp wish = word(followUp, FollowUp.values());
        Instant due = in == null ? null : NOON.plus(in);
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON))
                .when(says(1, state, wish))
                .expectEvents(answered(1, state, wish, word(next, NextStep.values()), due, NOON));
    }

    @Test
    void thePauseBetweenQuestionsGrowsAndThenAPersonSeesToIt() {
        Instant first = NOON.minusSeconds(600);
        fixture(NOON)
                .given(asked(1, Why.FIRST, first), away(1, first, first), asked(2, Why.RETRY, first))
                .when(says(2, PAYER_UNAVAILABLE, FollowUp.NONE))
                .expectEvents(away(2, NOON.plus(Duration.ofMinutes(5)), NOON));
        Instant longAgo = NOON.minus(POLICY.giveUpAfter());
        fixture(NOON)
                .given(asked(1, Why.FIRST, longAgo), away(1, longAgo, longAgo), asked(2, Why.RETRY, longAgo))
                .when(says(2, PAYER_UNAVAILABLE, FollowUp.NONE))
                .expectEvents(answered(2, PAYER_UNAVAILABLE, FollowUp.NONE, NextStep.PERSON, null, NOON));
    }

    @Test
    void aPayerThatPutsUsOffAgainAndAgainIsLeftToAPerson() {
        Instant then = NOON.minusSeconds(60);
        var put = answered(1, PAYER_UNAVAILABLE, FollowUp.WAIT_10_DAYS, NextStep.ASK_AGAIN, then, then);
        var story = new ArrayList<Object>(List.of(asked(1, Why.FIRST, then), put));
        for (int ask = 2; ask <= 4; ask++) {
            story.add(asked(ask, Why.RETRY, then));
            if (ask < 4) {
                story.add(answered(ask, PAYER_UNAVAILABLE, FollowUp.WAIT_10_DAYS, NextStep.ASK_AGAIN, then, then));
            }
        }
        fixture(NOON)
                .given(story)
                .when(says(4, PAYER_UNAVAILABLE, FollowUp.WAIT_10_DAYS))
                .expectEvents(answered(4, PAYER_UNAVAILABLE, FollowUp.WAIT_10_DAYS, NextStep.PERSON, null, NOON));
    }

    @Test
    void aWaitThatHasGoneItsWayChangesNothing() {
        for (String step : List.of("answer-1", "retry-1", "answer-3", "nonsense")) {
            fixture(NOON)
                    .given(asked(1, Why.FIRST, NOON), away(1, NOON, NOON), asked(2, Why.RETRY, NOON))
                    .when(new ElapseEligibility("e1", step))
                    .expectNoEvents();
        }
    }

    @Test
    void nobodyElseDecidesAndNobodyWithoutAReason() {
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON))
                .when(new DecideEligibility("e1", true, BENEFITS, "because"), MetaData.with(Facts.ROLES, "front-desk"))
                .expectNoEvents()
                .expectException(Refused.NotAllowed.class);
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON))
                .when(new DecideEligibility("e1", true, BENEFITS, " "), BILLING)
                .expectNoEvents()
                .expectException(Refused.BadField.class);
    }

    @Test
    void itDoesNotExistForAnotherSite() {
        fixture(NOON)
                .given(cameTo(ACTIVE))
                .when(new RecheckEligibility("e1", POLICY), MetaData.with(Facts.SITES, "north"))
                .expectNoEvents()
                .expectException(Refused.NotFound.class);
    }
}

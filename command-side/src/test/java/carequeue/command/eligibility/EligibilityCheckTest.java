package carequeue.command.eligibility;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.eligibility.Checks.*;

import carequeue.api.Facts;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityAnswer;
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
class EligibilityCheckTest {

    private static final MetaData BILLING = MetaData.with(Facts.ROLES, "billing");

    private static RecordEligibility says(int ask, EligibilityState outcome, FollowUp followUp) {
        return new RecordEligibility("e1", ask, answer(outcome, followUp));
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

    @Test
    void anAnswerOfTheEveningBeforeStandsAndAnOldOneDoesNot() {
        Instant evening = NOON.minus(Duration.ofHours(18));
        fixture(NOON)
                .given(asked(1, Why.FIRST, evening), settled(1, ACTIVE, evening))
                .when(request("v1"))
                .expectEvents(new AnswerStands(
                        "e1",
                        VERIFICATION,
                        "v1",
                        null,
                        "main",
                        "p1",
                        PRIMARY,
                        List.of(),
                        DAY,
                        POLICY,
                        ACTIVE,
                        BENEFITS,
                        evening,
                        evening.plus(POLICY.validFor()),
                        NOON));
        Instant before = NOON.minus(POLICY.validFor());
        fixture(NOON)
                .given(asked(1, Why.FIRST, before), settled(1, ACTIVE, before))
                .when(request("v1"))
                .expectEvents(asked(2, Why.STALE, NOON));
    }

    @Test
    void theAnswerIsGoodForAsLongAsThePolicySays() {
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON))
                .when(says(1, ACTIVE, FollowUp.NONE))
                .expectEvents(settled(1, ACTIVE, NOON));
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

    private static <E> E word(String word, E[] all) {
        return List.of(all).stream()
                .filter(e -> e.toString().equals(word))
                .findFirst()
                .orElseThrow();
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
    void noAnswerIsAskedForAgainLater() {
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON))
                .when(new ElapseEligibility("e1", "answer-1"))
                .expectEvents(unanswered(1, NextStep.ASK_AGAIN, NOON.plus(Duration.ofMinutes(1)), NOON));
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON), unanswered(1, NextStep.ASK_AGAIN, NOON, NOON))
                .when(new ElapseEligibility("e1", "retry-1"))
                .expectEvents(asked(2, Why.RETRY, NOON));
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
    void aPayerThatSaidItWouldAnswerAndDoesNotIsLeftToAPerson() {
        fixture(NOON)
                .given(
                        asked(1, Why.FIRST, NOON),
                        answered(1, PAYER_UNAVAILABLE, FollowUp.ANSWER_FOLLOWS, NextStep.AWAIT_ANSWER, NOON, NOON))
                .when(new ElapseEligibility("e1", "answer-1"))
                .expectEvents(unanswered(1, NextStep.PERSON, null, NOON));
    }

    @Test
    void theAnswerThatFollowsCounts() {
        fixture(NOON)
                .given(
                        asked(1, Why.FIRST, NOON),
                        answered(1, PAYER_UNAVAILABLE, FollowUp.ANSWER_FOLLOWS, NextStep.AWAIT_ANSWER, NOON, NOON))
                .when(says(1, INACTIVE, FollowUp.NONE))
                .expectEvents(settled(1, INACTIVE, NOON));
    }

    @Test
    void aLateAnswerCountsAlsoWhileItIsAskedAgain() {
        fixture(NOON)
                .given(
                        asked(1, Why.FIRST, NOON),
                        unanswered(1, NextStep.ASK_AGAIN, NOON, NOON),
                        asked(2, Why.RETRY, NOON))
                .when(says(1, ACTIVE, FollowUp.NONE))
                .expectEvents(settled(1, ACTIVE, NOON));
        fixture(NOON)
                .given(
                        asked(1, Why.FIRST, NOON),
                        unanswered(1, NextStep.ASK_AGAIN, NOON, NOON),
                        asked(2, Why.RETRY, NOON))
                .when(says(1, PAYER_UNAVAILABLE, FollowUp.NONE))
                .expectEvents(noted(1, PAYER_UNAVAILABLE, "older", NOON));
    }

    @Test
    void theAnswerToTheNewerQuestionWinsInAnyOrder() {
        fixture(NOON)
                .given(
                        asked(1, Why.FIRST, NOON),
                        away(1, NOON, NOON),
                        asked(2, Why.RETRY, NOON),
                        settled(1, ACTIVE, NOON))
                .when(says(2, INACTIVE, FollowUp.NONE))
                .expectEvents(settled(2, INACTIVE, NOON));
        fixture(NOON)
                .given(
                        asked(1, Why.FIRST, NOON),
                        away(1, NOON, NOON),
                        asked(2, Why.RETRY, NOON),
                        settled(2, INACTIVE, NOON))
                .when(says(1, ACTIVE, FollowUp.NONE))
                .expectEvents(noted(1, ACTIVE, "older", NOON));
    }

    @Test
    void anAnswerThatComesTwiceIsNoted() {
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON), settled(1, ACTIVE, NOON))
                .when(says(1, ACTIVE, FollowUp.NONE))
                .expectEvents(noted(1, ACTIVE, "repeat", NOON));
    }

    @Test
    void anAnswerToAQuestionThatWasNeverAskedIsRefused() {
        for (int ask : List.of(0, 2)) {
            fixture(NOON)
                    .given(asked(1, Why.FIRST, NOON))
                    .when(says(ask, ACTIVE, FollowUp.NONE))
                    .expectNoEvents()
                    .expectException(Refused.AgainstRule.class);
        }
    }

    @Test
    void anAnswerSaysWhatCanBe() {
        Benefits owed = new Benefits(new Money(-1, "USD"), null, null, Network.IN, null, null);
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON))
                .when(new RecordEligibility("e1", 1, new EligibilityAnswer(ACTIVE, owed, FollowUp.NONE, List.of())))
                .expectNoEvents()
                .expectException(Refused.BadField.class);
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON))
                .when(says(1, REQUESTED, FollowUp.NONE))
                .expectNoEvents()
                .expectException(Refused.BadField.class);
    }

    @Test
    void aPersonDecidesWithRoleAndReasonAndALaterAnswerIsOnlyNoted() {
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON))
                .when(new DecideEligibility("e1", true, BENEFITS, "they said so by telephone"), BILLING)
                .expectEvents(decided(ACTIVE, NOON));
        fixture(NOON)
                .given(asked(1, Why.FIRST, NOON), decided(ACTIVE, NOON))
                .when(says(1, INACTIVE, FollowUp.NONE))
                .expectEvents(noted(1, INACTIVE, "decided", NOON));
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
    void whatNobodyAnswersIsHandedOverOnce() {
        Instant then = NOON.minusSeconds(60);
        fixture(NOON)
                .given(cameTo(PATIENT_MUST_CORRECT))
                .when(new HandOverEligibility("e1"))
                .expectEvents(handedOver(PATIENT_MUST_CORRECT, NOON));
        fixture(NOON)
                .given(asked(1, Why.FIRST, then), settled(1, UNKNOWN, then), handedOver(UNKNOWN, then))
                .when(new HandOverEligibility("e1"))
                .expectNoEvents();
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

package carequeue.command.eligibility;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.eligibility.Checks.*;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityCommand.*;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.eligibility.NextStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a payer answers, whenever and however often. */
class EligibilityAnswersTest extends AskedPayer {

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
}

package carequeue.adapter.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.ServiceReturned;
import carequeue.api.Money;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityCommand.RecordEligibility;
import carequeue.api.eligibility.EligibilityEvent.EligibilityDecided;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.patient.CoverageOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions of history are put to the sandbox's payer over each of its ways, once, and its answers are told to the clinic. */
class AskPayerTest extends PayerStage {

    @ParameterizedTest
    @EnumSource(Way.class)
    void eachWayBringsTheSameAnswer(Way way) {
        by(way);
        ask("a", "COPAY4000");
        RecordEligibility told = answer();
        assertThat(told.checkId()).isEqualTo("a");
        assertThat(told.ask()).isEqualTo(1);
        assertThat(told.answer().outcome()).isEqualTo(EligibilityState.ACTIVE);
        Benefits benefits = told.answer().benefits();
        assertThat(benefits.coPay()).isEqualTo(new Money(4_000, "USD"));
        assertThat(benefits.deductible()).isEqualTo(new Money(150_000, "USD"));
        assertThat(benefits.deductibleRemaining()).isEqualTo(new Money(60_000, "USD"));
        assertThat(benefits.network()).isEqualTo(Benefits.Network.IN);
        assertThat(arrived()).isEqualTo(1);
        assertThat(bench.jdbc
                        .sql("select kept::text from transformation")
                        .query(String.class)
                        .single())
                .contains("memberId", "lastName")
                .doesNotContain("phone");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void eachWayTellsInactiveAndNotKnownApart(Way way) {
        by(way);
        ask("i", "INACTIVE1");
        ask("n", "AAA75C");
        await().atMost(Duration.ofSeconds(10)).until(() -> answers().size() == 2);
        assertThat(answers())
                .extracting(told -> told.answer().outcome())
                .containsExactlyInAnyOrder(EligibilityState.INACTIVE, EligibilityState.PATIENT_MUST_CORRECT);
    }

    @Test
    void whatAPayerHoldsIsToldOnceAndFollowedUntilItAnswers() {
        by(Way.FHIR);
        ask("q", "QUEUED1");
        assertThat(answer().answer().followUp()).isEqualTo(FollowUp.ANSWER_FOLLOWS);
        await().atMost(Duration.ofSeconds(15)).until(() -> answers().size() == 2);
        assertThat(answers().get(1).answer().outcome()).isEqualTo(EligibilityState.ACTIVE);
        assertThat(arrived()).isEqualTo(1);
    }

    @Test
    void aPayerThatIsAwayIsSaidToBeAndAskedAgainAsSoonAsItIsBack() {
        by(Way.X12);
        faults(",\"outage\":true");
        ask("o", "W1");
        assertThat(answer().answer().outcome()).isEqualTo(EligibilityState.PAYER_UNAVAILABLE);
        bench.sql("update effect set next_attempt_at = clock_timestamp() + interval '1 hour'");
        faults("");
        payer.guard().probe(payer::probe);
        assertThat(around.published).contains(new ServiceReturned("payer"));
        bench.outbox.on(new ServiceReturned("payer"));
        await().atMost(Duration.ofSeconds(10)).until(() -> answers().size() == 2);
        assertThat(answers().get(1).answer().outcome()).isEqualTo(EligibilityState.ACTIVE);
        assertThat(arrived()).isEqualTo(1);
        assertThat(bench.states()).containsExactly("done");
    }

    @Test
    void aQuestionThatWasOvertakenOrDecidedIsNotAskedAnyMore() {
        by(Way.FHIR);
        faults(",\"outage\":true");
        ask("r", "W1");
        answer();
        happens(asked("r", "visit-r", 2));
        ask("d", "W2");
        await().atMost(Duration.ofSeconds(10)).until(() -> answers().size() >= 2);
        bench.happened(
                "d",
                new EligibilityDecided(
                        "d",
                        "verification",
                        "visit-d",
                        CoverageOrder.PRIMARY,
                        EligibilityState.ACTIVE,
                        Benefits.NONE,
                        "billing",
                        "by telephone",
                        NOW,
                        NOW));
        faults("");
        bench.outbox.on(new ServiceReturned("payer"));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> bench.states().stream().allMatch("done"::equals));
        assertThat(arrived()).isEqualTo(1);
        assertThat(answers())
                .filteredOn(told -> told.answer().outcome() == EligibilityState.ACTIVE)
                .extracting(RecordEligibility::checkId, RecordEligibility::ask)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("r", 2));
    }

    @Test
    void whatCannotBeAskedIsThePatientsToCorrectAndNobodyIsCalled() {
        by(Way.X12);
        ask("u", null);
        assertThat(answer().answer().outcome()).isEqualTo(EligibilityState.PATIENT_MUST_CORRECT);
        assertThat(answer().answer().codes()).containsExactly("here:memberId");
        assertThat(arrived()).isZero();
    }

    @Test
    void theEveningsQuestionsKeepTheirRateAndThoseOfAVisitDoNotWaitForThem() {
        by(Way.JSON);
        long begun = System.nanoTime();
        for (int i = 0; i < 8; i++) {
            covered("patient-e" + i, "W" + i);
            happens(asked("e" + i, null, 1));
        }
        ask("v", "W9");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> answers().stream().anyMatch(told -> told.checkId().equals("v")));
        assertThat(answers()).hasSizeLessThan(9);
        await().atMost(Duration.ofSeconds(20)).until(() -> answers().size() == 9);
        // Two in each period of 400 ms: the fourth pair cannot go before three periods have begun anew.
        assertThat(System.nanoTime() - begun)
                .isGreaterThan(Duration.ofMillis(800).toNanos());
        assertThat(bench.jdbc
                        .sql("select max(attempts) from effect")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(arrived()).isEqualTo(9);
    }

    @Test
    void aPayerThatRefusesTheCallIsLeftToAPerson() {
        by(Way.X12);
        assertThat(new AskPayer(payer, null, null)
                        .whenStuck(
                                new carequeue.adapter.outbox.Attempt(null, bench.happened("x", asked("x", null, 1))),
                                new OutsideFailure.Rejected("payer", "answered 403")))
                .extracting(answer ->
                        ((RecordEligibility) answer.command()).answer().outcome())
                .containsExactly(EligibilityState.UNKNOWN);
    }
}

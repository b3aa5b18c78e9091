package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;

import carequeue.api.Money;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.eligibility.NextStep;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.patient.Covered;
import carequeue.api.payment.AtCheckIn;
import carequeue.api.payment.PaymentPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What payers say about the coverage of the visit v1's patient, as events. */
final class Payers {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final CoverageRef COVERAGE = new CoverageRef("c1", CoverageOrder.PRIMARY, "60054", "Aetna", true);
    static final Covered COVERED = new Covered("p1", List.of(COVERAGE));
    static final String CHECK = EligibilityCommand.id("main", "p1", "c1", DAY);
    private static final EligibilityPolicy POLICY = EligibilityPolicy.DEFAULT;

    private Payers() {}

    static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    private static Benefits coPay(Long amount) {
        return new Benefits(amount == null ? null : usd(amount), null, null, Benefits.Network.IN, null, null);
    }

    static EligibilityEvent asked() {
        return new EligibilityRequested(
                CHECK, "ver", "v1", null, "main", "p1", COVERAGE, List.of(), DAY, 1, Why.FIRST, POLICY, NOON, NOON);
    }

    static EligibilityEvent joined() {
        return new VisitJoined(CHECK, "ver", "v1", CoverageOrder.PRIMARY, NOON);
    }

    static EligibilityEvent answered(EligibilityState state, Long coPay) {
        EligibilityAnswer answer = new EligibilityAnswer(state, coPay(coPay), FollowUp.NONE, List.of());
        NextStep next = state.decided() ? NextStep.NOTHING : NextStep.ASK_AGAIN;
        return new EligibilityAnswered(CHECK, "ver", "v1", CoverageOrder.PRIMARY, 1, answer, next, null, NOON, NOON);
    }

    static EligibilityEvent stands(long coPay) {
        return new AnswerStands(
                CHECK,
                "ver",
                "v1",
                null,
                "main",
                "p1",
                COVERAGE,
                List.of(),
                DAY,
                POLICY,
                EligibilityState.ACTIVE,
                coPay(coPay),
                NOON,
                NOON,
                NOON);
    }

    static EligibilityEvent unanswered() {
        return new EligibilityUnanswered(CHECK, "ver", "v1", CoverageOrder.PRIMARY, 1, NextStep.ASK_AGAIN, NOON, NOON);
    }

    static EligibilityEvent handedOver() {
        return new EligibilityHandedOver(
                CHECK, "ver", "v1", CoverageOrder.PRIMARY, EligibilityState.PAYER_UNAVAILABLE, NOON);
    }

    static EligibilityEvent decided(long coPay) {
        return new EligibilityDecided(
                CHECK,
                "ver",
                "v1",
                CoverageOrder.PRIMARY,
                EligibilityState.ACTIVE,
                coPay(coPay),
                "billing",
                "by telephone",
                NOON,
                NOON);
    }

    /** A payment policy that asks so, with a default co-pay and a price of the laboratory. */
    static PaymentPolicy policy(AtCheckIn who, long defaultCoPay, boolean hold) {
        PaymentPolicy d = PaymentPolicy.DEFAULT;
        return new PaymentPolicy(
                d.name(),
                2,
                "USD",
                defaultCoPay,
                Map.of("lab", 6000L),
                d.answerPatience(),
                d.personPatience(),
                d.linkPatience(),
                d.retries(),
                d.attemptsAtMost(),
                d.afterFailure(),
                d.waivers(),
                d.secondPersonAbove(),
                d.cashRefunds(),
                who,
                hold,
                d.noShowFee(),
                d.deposit());
    }
}

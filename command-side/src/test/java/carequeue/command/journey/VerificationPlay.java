package carequeue.command.journey;

import static carequeue.api.eligibility.EligibilityState.*;
import static carequeue.command.journey.Play.NOON;

import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.eligibility.NextStep;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The verification of a coverage, and its payers. */
abstract class VerificationPlay {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final EligibilityPolicy POLICY = EligibilityPolicy.DEFAULT;
    static final CoverageRef FIRST = new CoverageRef("c1", CoverageOrder.PRIMARY, "60054", "Aetna", true);
    static final CoverageRef SECOND = new CoverageRef("c2", CoverageOrder.SECONDARY, "00007", "Medicaid", true);
    static final String E1 = EligibilityCommand.id("main", "p1", "c1", DAY);
    static final Instant LATER = NOON.plusSeconds(120);
    final Play<InsuranceVerificationSaga> play = new Play<>(InsuranceVerificationSaga.class);

    static EligibilityRequested asked(String id, String visit, CoverageRef about, int ask, CoverageRef... more) {
        return new EligibilityRequested(
                id, "ver", visit, "a1", "main", "p1", about, List.of(more), DAY, ask, Why.FIRST, POLICY, LATER, NOON);
    }

    static EligibilityAnswered answered(String id, int ask, EligibilityState state, NextStep next) {
        CoverageOrder order = id.equals(E1) ? CoverageOrder.PRIMARY : CoverageOrder.SECONDARY;
        EligibilityAnswer answer = new EligibilityAnswer(state, Benefits.NONE, FollowUp.NONE, List.of());
        return new EligibilityAnswered(id, "ver", "v1", order, ask, answer, next, LATER, null, NOON);
    }

    static EligibilityUnanswered unanswered(NextStep next) {
        return new EligibilityUnanswered(E1, "ver", "v1", CoverageOrder.PRIMARY, 1, next, LATER, NOON);
    }
}

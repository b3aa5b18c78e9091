package carequeue.command.eligibility;

import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.eligibility.NextStep;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Questions to a payer on a November day, as tests tell them. */
final class Checks {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final EligibilityPolicy POLICY = EligibilityPolicy.DEFAULT;
    static final CoverageRef PRIMARY = new CoverageRef("c1", CoverageOrder.PRIMARY, "60054", "Aetna", true);
    static final Benefits BENEFITS = new Benefits(
            new Money(2500, "USD"), new Money(100000, "USD"), new Money(40000, "USD"), Network.IN, null, null);
    static final String VERIFICATION = Ids.derived("verification", "main", "p1", "2026-11-23");

    private Checks() {}

    static FixtureConfiguration<EligibilityCheck> fixture(Instant now) {
        Site site = new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT);
        return new AggregateTestFixture<>(EligibilityCheck.class)
                .registerInjectableResource(new Sites(List.of(site)))
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
    }

    static RequestEligibility request(String visitId) {
        return new RequestEligibility("e1", visitId, null, "main", "p1", PRIMARY, List.of(), DAY, POLICY);
    }

    static EligibilityRequested asked(int ask, Why why, Instant at) {
        return new EligibilityRequested(
                "e1",
                VERIFICATION,
                "v1",
                null,
                "main",
                "p1",
                PRIMARY,
                List.of(),
                DAY,
                ask,
                why,
                POLICY,
                at.plus(POLICY.answerWithin()),
                at);
    }

    static EligibilityAnswer answer(EligibilityState outcome, FollowUp followUp) {
        return new EligibilityAnswer(
                outcome, outcome.decided() ? BENEFITS : Benefits.NONE, followUp, List.of("AAA03:" + outcome));
    }

    static EligibilityAnswered answered(
            int ask, EligibilityState outcome, FollowUp followUp, NextStep next, Instant nextAt, Instant at) {
        return new EligibilityAnswered(
                "e1",
                VERIFICATION,
                "v1",
                CoverageOrder.PRIMARY,
                ask,
                answer(outcome, followUp),
                next,
                nextAt,
                outcome.decided() ? at.plus(POLICY.validFor()) : null,
                at);
    }

    static EligibilityAnswered settled(int ask, EligibilityState outcome, Instant at) {
        NextStep next = outcome.decided() ? NextStep.NOTHING : NextStep.PERSON;
        return answered(ask, outcome, FollowUp.NONE, next, null, at);
    }

    static EligibilityAnswered away(int ask, Instant retryAt, Instant at) {
        return answered(ask, EligibilityState.PAYER_UNAVAILABLE, FollowUp.NONE, NextStep.ASK_AGAIN, retryAt, at);
    }

    static EligibilityUnanswered unanswered(int ask, NextStep next, Instant nextAt, Instant at) {
        return new EligibilityUnanswered("e1", VERIFICATION, "v1", CoverageOrder.PRIMARY, ask, next, nextAt, at);
    }

    static EligibilityDecided decided(EligibilityState state, Instant at) {
        return new EligibilityDecided(
                "e1",
                VERIFICATION,
                "v1",
                CoverageOrder.PRIMARY,
                state,
                BENEFITS,
                "billing",
                "they said so by telephone",
                at.plus(POLICY.validFor()),
                at);
    }

    static EligibilityHandedOver handedOver(EligibilityState state, Instant at) {
        return new EligibilityHandedOver("e1", VERIFICATION, "v1", CoverageOrder.PRIMARY, state, at);
    }

    static AnswerNoted noted(int ask, EligibilityState outcome, String why, Instant at) {
        return new AnswerNoted("e1", VERIFICATION, "v1", ask, outcome, why, at);
    }

    /** A check that came to a state by its first question, a minute ago. */
    static List<EligibilityEvent> cameTo(EligibilityState state) {
        Instant then = NOON.minusSeconds(60);
        EligibilityRequested first = asked(1, Why.FIRST, then);
        return switch (state) {
            case REQUESTED -> List.of(first);
            case PAYER_UNAVAILABLE -> List.of(first, away(1, NOON, then));
            default -> List.of(first, settled(1, state, then));
        };
    }
}

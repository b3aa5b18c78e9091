package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.ClaimKnown;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.Frequency;
import carequeue.api.claim.PayerEvent.*;
import carequeue.api.claim.Worry;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A claim that its process follows, and what is told of it. */
abstract class ClaimPlay {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final CoverageRef FIRST = new CoverageRef("c1", CoverageOrder.PRIMARY, "60054", "Aetna", true);
    static final CoverageRef SECOND = new CoverageRef("c2", CoverageOrder.SECONDARY, "00007", "Medicaid", true);
    static final Instant WARN = NOON.plusSeconds(1000);
    static final Instant LIMIT = NOON.plusSeconds(2000);
    static final Instant LATER = NOON.plusSeconds(120);

    static final ClaimContent CONTENT = new ClaimContent(Phi.of(List.of("J06.9")), List.of(), "11", "1234567893", null);

    final Play<ClaimSaga> play = new Play<>(ClaimSaga.class);

    static ClaimDrafted drafted() {
        return new ClaimDrafted(
                "cl",
                "main",
                "p1",
                "v1",
                DAY,
                FIRST,
                List.of(SECOND),
                null,
                ClaimContent.NONE,
                List.of(),
                ClaimPolicy.DEFAULT,
                WARN,
                LIMIT,
                NOON);
    }

    static ClaimSubmitted submitted(int wait) {
        return new ClaimSubmitted(
                "cl",
                "main",
                "p1",
                "v1",
                1,
                Frequency.ORIGINAL,
                "A01",
                null,
                FIRST,
                DAY,
                CONTENT,
                null,
                null,
                ClaimPolicy.DEFAULT,
                wait,
                LATER,
                NOON);
    }

    static ClaimAccepted accepted(int wait) {
        return new ClaimAccepted("cl", "v1", 1, "ICN1", List.of(), wait, LATER, NOON);
    }

    static Adjudication decision(Decision decision) {
        Money usd = new Money(8000, "USD");
        return new Adjudication("d1", decision, usd, usd, usd, List.of(), "ICN1", false, List.of());
    }

    static ClaimAdjudicated adjudicated(Decision decision, boolean last, Instant answerBy) {
        return new ClaimAdjudicated(
                "cl",
                "main",
                "p1",
                "v1",
                1,
                CoverageOrder.PRIMARY,
                decision(decision),
                new Money(2000, "USD"),
                last,
                3,
                answerBy,
                NOON);
    }

    static ClaimHandedOver over(Worry why) {
        return new ClaimHandedOver("cl", "v1", why, ClaimState.SUBMITTED, NOON);
    }

    static ClaimKnown known(Adjudication decision) {
        return new ClaimKnown("cl", "main", "p1", "v1", DAY, FIRST, List.of(SECOND), CONTENT, decision);
    }

    void ends(Object last) {
        play.tell(last).result().expectActiveSagas(0);
    }
}

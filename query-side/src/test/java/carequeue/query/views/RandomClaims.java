package carequeue.query.views;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.BillingEvent;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimLine;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.ContentSource;
import carequeue.api.claim.PayerEvent;
import carequeue.api.claim.Worry;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.query.board.RandomDay.Happening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Random fates of claims, also such as the aggregate would not allow. */
public final class RandomClaims {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final CoverageRef COVERAGE =
            new CoverageRef("cov-1", CoverageOrder.PRIMARY, "60054", "Sample Health", true);

    private RandomClaims() {}

    static Happening of(Random random, Instant at) {
        String id = "claim" + random.nextInt(3);
        Money sum = new Money(1 + random.nextInt(9999), "USD");
        ClaimEvent event = switch (random.nextInt(10)) {
            case 0, 1 -> drafted(id, "v" + random.nextInt(5), at);
            case 2 ->
                new BillingEvent.ClaimTyped(id, "p1", "v1", content(), "PCN1", ContentSource.BILLING, List.of(), at);
            case 3 -> new BillingEvent.ClaimHandedOver(id, "v1", Worry.DENIED, ClaimState.DENIED, at);
            case 4 -> new PayerEvent.ClaimAccepted(id, "v1", 1, "PCN2", List.of("A2:20"), 1, at, at);
            case 5 -> new PayerEvent.ClaimRejected(id, "v1", 1, false, List.of("A7:21"), 1, at, at);
            case 6 -> adjudicated(id, sum, at);
            case 7, 8 -> new PayerEvent.ClaimRemitted(id, "v1", "eft-1", sum, sum, at);
            default -> new PayerEvent.ClaimPaid(id, "v1", sum, at);
        };
        return new Happening(id, null, event);
    }

    public static ClaimContent content() {
        ClaimLine line =
                new ClaimLine(Phi.of("99213"), Phi.of(List.of("25")), List.of(1), new Money(12000, "USD"), 1, DAY);
        return new ClaimContent(Phi.of(List.of("J06.9")), List.of(line), "11", "1234567893", null);
    }

    public static BillingEvent drafted(String id, String visit, Instant at) {
        return new BillingEvent.ClaimDrafted(
                id,
                "main",
                "p1",
                visit,
                DAY,
                COVERAGE,
                List.of(),
                null,
                content(),
                List.of("/lines/0/procedure"),
                ClaimPolicy.DEFAULT,
                at,
                at,
                at);
    }

    public static PayerEvent adjudicated(String id, Money sum, Instant at) {
        Adjudication decision = new Adjudication(
                "answer-1", Adjudication.Decision.PROCESSED, sum, sum, sum, List.of(), "PCN3", false, List.of("1"));
        return new PayerEvent.ClaimAdjudicated(
                id, "main", "p1", "v1", 1, CoverageOrder.PRIMARY, decision, sum, true, 1, at, at);
    }
}

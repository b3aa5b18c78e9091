package carequeue.app.permuted;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.Adjustment;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.ClaimCommand;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.claim.ContentSource;
import carequeue.api.eligibility.*;
import carequeue.api.eligibility.EligibilityCommand.RecordEligibility;
import java.util.ArrayList;
import java.util.List;

/**
 * The two payers of a journey and the one who bills them: of 120.00 the first pays 80.00 and lets 10.00 off by contract, the second holds that
 * the patient owes the 30.00 that are left.
 *
 * @param forwards whether the first payer passes the claim on to the second by itself
 */
record Payers(Counter counter, Journey journey, boolean forwards) {

    static final long CHARGE = 12000;
    static final long PAID = 8000;
    static final long LEFT = 3000;

    String claim(int payer) {
        return ClaimCommand.id(journey.visit, journey.coverage(payer));
    }

    void covers(int payer, long coPay) {
        String check =
                EligibilityCommand.id(journey.site.siteId(), journey.patient, journey.coverage(payer), journey.day);
        Benefits benefits = new Benefits(usd(coPay), null, null, Benefits.Network.IN, null, null);
        counter.order(new RecordEligibility(
                check, 1, new EligibilityAnswer(EligibilityState.ACTIVE, benefits, FollowUp.NONE, List.of())));
    }

    /** Says what was done, all of it, and sends the claim. */
    void bill(int payer) {
        ClaimLine line = new ClaimLine(Phi.of("99213"), null, List.of(1), usd(CHARGE), 1, null);
        ClaimContent content = new ClaimContent(Phi.of(List.of("J06.9")), List.of(line), "11", "1234567893", null);
        counter.order(new TypeClaim(claim(payer), journey.patient, content, null, ContentSource.BILLING));
        counter.order(new SubmitClaim(claim(payer), null, ClaimPolicy.DEFAULT));
    }

    void accepts() {
        counter.order(new ReportAcknowledgement(
                claim(1), 1, new Acknowledgement(Acknowledgement.Word.ACCEPTED, "ICN1", List.of("A2:20"))));
    }

    void decides() {
        twice(new ReportAdjudication(
                claim(1), 1, decision("d1", PAID, forwards, left(Bearer.CONTRACT, 1000), left(Bearer.PATIENT, LEFT))));
    }

    void pays() {
        twice(new ReportRemittance(claim(1), "trace-1", usd(PAID)));
    }

    /** The second payer has the claim from the first, or from billing. */
    void secondDecides() {
        counter.order(new SubmitClaim(claim(2), null, ClaimPolicy.DEFAULT));
        List<Adjustment> rest = new ArrayList<>(List.of(left(Bearer.OTHER, PAID), left(Bearer.CONTRACT, 1000)));
        rest.add(left(Bearer.PATIENT, LEFT));
        twice(new ReportAdjudication(claim(2), 1, decision("d2", 0, false, rest.toArray(Adjustment[]::new))));
    }

    private void twice(Object word) {
        counter.order(word);
        counter.order(word);
    }

    private static Adjustment left(Bearer bearer, long amount) {
        return new Adjustment(bearer, Adjustment.Kind.OTHER, "45", amount, null);
    }

    private static Adjudication decision(String answer, long paid, boolean forwards, Adjustment... adjustments) {
        return new Adjudication(
                answer,
                Decision.PROCESSED,
                usd(CHARGE),
                null,
                usd(paid),
                List.of(adjustments),
                "ICN1",
                forwards,
                List.of("1"));
    }

    private static Money usd(long amount) {
        return new Money(amount, "USD");
    }
}

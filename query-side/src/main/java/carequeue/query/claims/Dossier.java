package carequeue.query.claims;

import carequeue.api.claim.BillingEvent;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.BillingEvent.ClaimTyped;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimQuery.ClaimPatient;
import carequeue.api.claim.ClaimQuery.ClaimPayer;
import carequeue.api.claim.ClaimQuery.ClaimView;
import carequeue.api.claim.ClaimQuery.LineView;
import carequeue.api.claim.PayerEvent;
import java.util.List;
import java.util.stream.IntStream;

/** A claim with what of it is personal. */
record Dossier(Bill bill, Codes codes) {

    /** The claim after an event; {@code before} is null where it was not drafted yet. */
    static Dossier on(Dossier before, ClaimEvent event) {
        if (event instanceof ClaimDrafted e) {
            return before == null ? new Dossier(BillingFold.drafted(e), Codes.of(e.content())) : before;
        } else if (before == null) {
            return null;
        } else if (event instanceof PayerEvent e) {
            return new Dossier(PayerFold.on(before.bill, e), before.codes);
        }
        Codes codes = event instanceof ClaimTyped e ? Codes.of(e.content()) : before.codes;
        return new Dossier(BillingFold.on(before.bill, (BillingEvent) event), codes);
    }

    ClaimView view(String name) {
        Bill.About about = bill.about();
        Bill.Course course = bill.course();
        Bill.Answer answer = bill.answer();
        return new ClaimView(
                about.claimId(),
                about.siteId(),
                about.visitId(),
                about.serviceDate(),
                new ClaimPatient(about.patientId(), name),
                payer(),
                bill.state(),
                bill.worry(),
                bill.content().missing(),
                codes.diagnoses(),
                lines(),
                bill.content().placeOfService(),
                bill.content().billingNpi(),
                bill.content().renderingNpi(),
                course.submission(),
                course.controlNumber(),
                answer.payerClaimNumber(),
                answer.codes(),
                answer.decision(),
                answer.remitted(),
                course.reason(),
                about.fileBy(),
                course.answerBy(),
                about.draftedAt(),
                course.changedAt());
    }

    private ClaimPayer payer() {
        return bill.coverage() == null
                ? null
                : new ClaimPayer(
                        bill.coverage().coverageId(),
                        bill.coverage().order(),
                        bill.coverage().payerId(),
                        bill.coverage().payerName());
    }

    private List<LineView> lines() {
        List<Bill.Line> all = bill.content().lines();
        return IntStream.range(0, all.size())
                .mapToObj(n -> {
                    Bill.Line line = all.get(n);
                    Codes.Done done = codes.line(n);
                    return new LineView(
                            done.procedure(),
                            done.modifiers(),
                            line.diagnosisPointers(),
                            line.charge(),
                            line.units(),
                            line.day());
                })
                .toList();
    }
}

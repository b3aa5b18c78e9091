package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.AdjustmentGroup;
import carequeue.adapter.claims.PayerWord;
import carequeue.adapter.claims.PayerWord.Decided;
import carequeue.adapter.claims.PayerWord.Paid;
import carequeue.adapter.claims.RemittanceStatus;
import carequeue.adapter.claims.clearinghouse.RemittedClaim.Reason835;
import carequeue.adapter.x12.X12Refused.Reason;
import carequeue.api.Money;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjustment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a remittance says of each claim: the decision, and the money that came with it. */
final class RemittanceWords {

    private final Remittance file;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<PayerWord> words = new ArrayList<>();

    private RemittanceWords(Remittance file) {
        this.file = file;
    }

    static List<PayerWord> of(Remittance file) {
        RemittanceWords reading = new RemittanceWords(file);
        file.claims().forEach(reading::claim);
        return reading.words;
    }

    private void claim(RemittedClaim claim) {
        String status = claim.clp().text(2);
        RemittanceStatus known = RemittanceStatus.of(status).orElse(null);
        List<Adjustment> adjustments = adjustments(claim);
        if (known == null || adjustments == null) {
            // A code that may not stand here: somebody has to look at it, whatever else it says.
            Acknowledgement unclear =
                    new Acknowledgement(Acknowledgement.Word.NEEDS_INFORMATION, null, List.of("CLP02:" + status));
            words.add(new PayerWord.Acknowledged(claim.controlNumber(), unclear));
            return;
        } else if (known.decision().isEmpty()) {
            return;
        }
        String reference = reference(claim, status);
        words.add(new Decided(claim.controlNumber(), decision(claim, known, adjustments, reference)));
        if (claim.paid().signum() != 0) {
            words.add(new Paid(claim.controlNumber(), reference, money(claim.paid(), claim)));
        }
    }

    /** The same in every copy of the file, and another for each of several decisions about one claim. */
    private String reference(RemittedClaim claim, String status) {
        int nth = seen.merge(claim.controlNumber() + "/" + status, 1, Integer::sum);
        return file.trace() + "/" + file.payer() + "/" + status + (nth == 1 ? "" : "/" + nth);
    }

    private Adjudication decision(
            RemittedClaim claim, RemittanceStatus status, List<Adjustment> adjustments, String reference) {
        List<String> codes = new ArrayList<>();
        codes.add("CLP02:" + status.code());
        codes.addAll(claim.remarks());
        BigDecimal allowed = claim.allowed();
        return new Adjudication(
                reference,
                status.decision().orElseThrow(),
                money(claim.charged(), claim),
                allowed == null ? null : money(allowed, claim),
                money(claim.paid(), claim),
                adjustments,
                claim.clp().has(7) ? claim.clp().text(7) : null,
                status.forwarded(),
                codes);
    }

    /** Null where a group is none of the standard's. */
    private List<Adjustment> adjustments(RemittedClaim claim) {
        List<Adjustment> all = new ArrayList<>();
        boolean known = add(all, claim.reasons(), null, claim);
        for (RemittedService service : claim.services()) {
            known &= add(all, service.reasons(), service.line(), claim);
        }
        return known ? all : null;
    }

    private static boolean add(List<Adjustment> all, List<Reason835> reasons, Integer line, RemittedClaim claim) {
        for (Reason835 one : reasons) {
            var group = AdjustmentGroup.of(one.group());
            if (group.isEmpty()) {
                return false;
            }
            all.add(new Adjustment(
                    group.get().bearer(),
                    AdjustmentGroup.kind(one.code()),
                    one.code(),
                    cents(one.amount(), claim),
                    line));
        }
        return true;
    }

    private Money money(BigDecimal amount, RemittedClaim claim) {
        return new Money(cents(amount, claim), file.currency());
    }

    private static long cents(BigDecimal amount, RemittedClaim claim) {
        try {
            return amount.movePointRight(2).longValueExact();
        } catch (ArithmeticException e) {
            throw claim.clp().refused(Reason.VALUE, 4);
        }
    }
}

package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.x12.Loops;
import carequeue.adapter.x12.Segment;
import carequeue.adapter.x12.Transaction;
import carequeue.adapter.x12.X12Refused;
import carequeue.adapter.x12.X12Refused.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An X12 835 (005010X221A1) taken apart; a file whose sums do not agree is refused as a whole.
 *
 * @param trace the number of the payment (TRN02)
 * @param payer who pays (TRN03)
 * @param paid the sum that was moved (BPR02)
 * @param beside what was taken or given beside all claims
 */
record Remittance(
        String trace, String payer, String currency, BigDecimal paid, List<RemittedClaim> claims, List<Beside> beside) {

    /** What a payer takes (above nothing) or gives beside all claims. */
    record Beside(String reason, String reference, BigDecimal amount) {}

    static Remittance of(Transaction transaction) {
        List<Segment> segments = transaction.segments();
        Segment bpr = only(segments, "BPR");
        Segment trn = only(segments, "TRN");
        List<Segment> plb = segments.stream().filter(s -> s.is("PLB")).toList();
        List<Segment> others = segments.stream().filter(s -> !s.is("PLB")).toList();
        List<RemittedClaim> claims =
                Loops.cut(others, "CLP").loops().stream().map(RemittedClaim::of).toList();
        String currency = segments.stream()
                .filter(s -> s.is("CUR") && s.has(2))
                .map(s -> s.text(2))
                .findFirst()
                .orElse("USD");
        Remittance read = new Remittance(trn.text(2), trn.text(3), currency, needed(bpr, 2), claims, beside(plb));
        read.mustAgree(bpr);
        return read;
    }

    private void mustAgree(Segment bpr) {
        claims.forEach(RemittedClaim::mustAgree);
        BigDecimal sum = claims.stream().map(RemittedClaim::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Beside one : beside) {
            sum = sum.subtract(one.amount());
        }
        if (sum.compareTo(paid) != 0) {
            throw bpr.refused(Reason.VALUE, 2);
        }
    }

    private static List<Beside> beside(List<Segment> all) {
        List<Beside> beside = new ArrayList<>();
        for (Segment plb : all) {
            for (int element = 3; plb.has(element) || plb.has(element + 1); element += 2) {
                beside.add(new Beside(plb.text(element), plb.text(element, 2), needed(plb, element + 1)));
            }
        }
        return beside;
    }

    static BigDecimal needed(Segment segment, int element) {
        BigDecimal number = segment.number(element);
        if (number == null) {
            throw segment.refused(Reason.MISSING, element);
        }
        return number;
    }

    private static Segment only(List<Segment> segments, String tag) {
        return segments.stream()
                .filter(s -> s.is(tag))
                .findFirst()
                .orElseThrow(() -> new X12Refused(Reason.MISSING, tag, 0));
    }
}

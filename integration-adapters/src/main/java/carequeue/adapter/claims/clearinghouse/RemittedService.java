package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.clearinghouse.RemittedClaim.Reason835;
import carequeue.adapter.x12.Segment;
import carequeue.adapter.x12.X12Refused.Reason;
import java.math.BigDecimal;
import java.util.List;

/**
 * One service of a claim of an 835 (loop 2110).
 *
 * @param line the line of our bill that the payer names, or null
 * @param allowed what it holds to be due, or null
 */
record RemittedService(Segment svc, List<Reason835> reasons, Integer line, BigDecimal allowed) {

    static RemittedService of(List<Segment> loop) {
        Integer line = loop.stream()
                .filter(s -> s.is("REF", "6R") && s.text(2).matches("[1-9][0-9]?"))
                .map(s -> Integer.valueOf(s.text(2)))
                .findFirst()
                .orElse(null);
        BigDecimal allowed = loop.stream()
                .filter(s -> s.is("AMT", "B6"))
                .map(s -> s.number(2))
                .findFirst()
                .orElse(null);
        return new RemittedService(loop.get(0), RemittedClaim.reasons(loop), line, allowed);
    }

    BigDecimal charged() {
        return Remittance.needed(svc, 2);
    }

    void mustAgree() {
        BigDecimal paid = svc.number(3) == null ? BigDecimal.ZERO : svc.number(3);
        BigDecimal adjusted = reasons.stream().map(Reason835::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (charged().subtract(adjusted).compareTo(paid) != 0) {
            throw svc.refused(Reason.VALUE, 3);
        }
    }
}

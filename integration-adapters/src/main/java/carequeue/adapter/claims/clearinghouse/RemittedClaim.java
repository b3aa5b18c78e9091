package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.x12.Loops;
import carequeue.adapter.x12.Segment;
import carequeue.adapter.x12.X12Refused.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One claim of an 835 (loop 2100) with its services.
 *
 * @param remarks the codes of remarks, of the claim and of its services
 */
record RemittedClaim(Segment clp, List<Reason835> reasons, List<RemittedService> services, List<String> remarks) {

    /** One reason why something is not paid. */
    record Reason835(String group, String code, BigDecimal amount) {}

    static RemittedClaim of(List<Segment> loop) {
        var cut = Loops.cut(loop, "SVC");
        return new RemittedClaim(
                loop.get(0),
                reasons(cut.before()),
                cut.loops().stream().map(RemittedService::of).toList(),
                remarks(loop));
    }

    static List<Reason835> reasons(List<Segment> segments) {
        List<Reason835> reasons = new ArrayList<>();
        for (Segment cas : segments) {
            for (int element = 2; cas.is("CAS") && (cas.has(element) || cas.has(element + 1)); element += 3) {
                reasons.add(new Reason835(cas.text(1), cas.text(element), Remittance.needed(cas, element + 1)));
            }
        }
        return reasons;
    }

    private static List<String> remarks(List<Segment> loop) {
        List<String> codes = new ArrayList<>();
        for (Segment segment : loop) {
            if (segment.is("LQ")) {
                codes.add(segment.text(2));
            } else if (segment.is("MOA")) {
                Stream.of(3, 4, 5, 6, 7).map(segment::text).forEach(codes::add);
            }
        }
        codes.removeIf(String::isEmpty);
        return codes;
    }

    String controlNumber() {
        return clp.text(1);
    }

    BigDecimal charged() {
        return Remittance.needed(clp, 3);
    }

    BigDecimal paid() {
        return Remittance.needed(clp, 4);
    }

    /** What the payer holds to be due to anybody, null where not every service says it. */
    BigDecimal allowed() {
        if (services.isEmpty() || services.stream().anyMatch(s -> s.allowed() == null)) {
            return null;
        }
        return services.stream().map(RemittedService::allowed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void mustAgree() {
        services.forEach(RemittedService::mustAgree);
        BigDecimal adjusted = Stream.concat(reasons.stream(), services.stream().flatMap(s -> s.reasons().stream()))
                .map(Reason835::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (charged().subtract(adjusted).compareTo(paid()) != 0) {
            throw clp.refused(Reason.VALUE, 4);
        }
        BigDecimal services835 =
                services.stream().map(RemittedService::charged).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!services.isEmpty() && services835.compareTo(charged()) != 0) {
            throw clp.refused(Reason.VALUE, 3);
        }
    }
}

package carequeue.adapter.payer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One line of a payer's answer, by the codes of X12's EB segment, into which every kind of answer is brought. What was not said is empty or null.
 *
 * @param code of EB01, see {@code docs/code-tables.md}
 * @param level of EB02, such as {@code IND} or {@code FAM}
 * @param services the service type codes of EB03, such as 30 or 98
 * @param period of EB06: 27 a visit, 23 the calendar year, 29 what remains of it
 * @param amount of EB07, in the currency's main unit
 * @param percent of EB08, 0.2 for 20 %
 * @param network of EB12: Y in the network, N out of it, W both
 */
public record BenefitLine(
        String code,
        String level,
        List<String> services,
        String period,
        BigDecimal amount,
        BigDecimal percent,
        String network) {

    private static final Set<String> INDIVIDUAL = Set.of("IND", "");

    /** A line that says nothing but its code. */
    public static BenefitLine of(String code) {
        return new BenefitLine(code, "", List.of(), "", null, null, "");
    }

    boolean individual() {
        return INDIVIDUAL.contains(level);
    }

    boolean outOfNetwork() {
        return network.equals("N");
    }

    /** Whether it speaks of one of these services, or of none in particular. */
    boolean about(List<String> asked) {
        return services.isEmpty() || services.stream().anyMatch(asked::contains);
    }
}

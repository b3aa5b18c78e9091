package carequeue.adapter.payer;

import carequeue.adapter.payer.BenefitCode.Says;
import carequeue.api.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The amounts of an answer: of the lines about one thing, those that fit best count, and only when they agree. */
final class Amounts {

    /** At a visit, within a day, for an episode, or not said. */
    private static final Set<String> AT_A_VISIT = Set.of("27", "7", "13", "26", "");

    private static final String REMAINING = "29";
    /** Spent so far is no limit, and neither is what a lifetime or a month brings. */
    private static final Set<String> OF_A_YEAR = Set.of("21", "22", "23", "25", "");

    private final List<BenefitLine> lines;
    private final List<String> services;

    Amounts(List<BenefitLine> lines, List<String> services) {
        this.lines = lines;
        this.services = services;
    }

    /** What is owed at the visit; null when nothing was said, or no one thing. */
    Money coPay() {
        return best(Says.CO_PAYMENT, AT_A_VISIT::contains);
    }

    Money deductible() {
        return best(Says.DEDUCTIBLE, OF_A_YEAR::contains);
    }

    Money deductibleRemaining() {
        return best(Says.DEDUCTIBLE, REMAINING::equals);
    }

    private Money best(Says what, Predicate<String> period) {
        List<BenefitLine> fitting = lines.stream()
                .filter(line ->
                        BenefitCode.of(line.code()).map(BenefitCode::says).orElse(null) == what)
                .filter(line -> line.amount() != null && period.test(line.period()))
                .filter(line -> line.about(services))
                .sorted(Comparator.comparingInt(this::rank))
                .toList();
        List<BigDecimal> amounts = fitting.stream()
                .filter(line -> rank(line) == rank(fitting.get(0)))
                .map(line -> line.amount().stripTrailingZeros())
                .distinct()
                .toList();
        return amounts.size() == 1 ? money(amounts.get(0)) : null;
    }

    /** In the network before out of it, the person before the family, the service before the plan as a whole. */
    private int rank(BenefitLine line) {
        int service = line.services().stream()
                .mapToInt(services::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(services.size());
        return (line.outOfNetwork() ? 10_000 : 0) + (line.individual() ? 0 : 1_000) + service;
    }

    private static Money money(BigDecimal amount) {
        try {
            return new Money(amount.movePointRight(2).longValueExact(), "USD");
        } catch (ArithmeticException e) {
            // A part of a cent is no amount that can be asked for.
            return null;
        }
    }
}

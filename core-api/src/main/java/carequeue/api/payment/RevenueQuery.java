package carequeue.api.payment;

import carequeue.api.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about what came in, and their answers. */
public sealed interface RevenueQuery {

    /**
     * What came in and went back on some business days; the answer is {@link Revenue}.
     *
     * @param sites null for all
     * @param from the first day
     * @param to the last day
     */
    record FindRevenue(Set<String> sites, LocalDate from, LocalDate to, RevenueBy groupBy) implements RevenueQuery {}

    /** Revenue, a line for each group and currency, and their sum for each currency. */
    record Revenue(
            LocalDate from, LocalDate to, RevenueBy groupBy, List<RevenueLine> items, List<RevenueLine> totals) {}

    /**
     * One group.
     *
     * @param key the day, or the identifier of site, service or provider, or the word of purpose, method or payer; null where it is not known
     * @param collected what was taken
     * @param givenBack what was refunded, handed back or lost in a dispute
     * @param net the one less the other
     * @param movements how often money moved
     */
    record RevenueLine(String key, Money collected, Money givenBack, Money net, long movements) {}
}

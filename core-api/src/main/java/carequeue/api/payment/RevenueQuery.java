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

    /** Revenue, a line for each group and currency, their sum for each currency, and what did not come in. */
    record Revenue(
            LocalDate from,
            LocalDate to,
            RevenueBy groupBy,
            List<RevenueLine> items,
            List<RevenueLine> totals,
            List<MissedLine> missed) {}

    /**
     * What did not come in, of one group.
     *
     * @param key as in {@link RevenueLine}
     * @param kind {@code walk-out} (left without being seen), {@code no-show}, {@code waived} or {@code written-off}
     * @param amount that was let off; null for visits that did not take place
     */
    record MissedLine(String key, String kind, long count, Money amount) {}

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

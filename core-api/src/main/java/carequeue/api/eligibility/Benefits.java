package carequeue.api.eligibility;

import carequeue.api.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a coverage pays for, as far as the payer said; a field is null where it said nothing.
 *
 * @param coPay owed at the visit
 * @param deductible of the plan's year
 * @param deductibleRemaining what is left of it
 * @param planFrom first day of the plan
 * @param planUntil last day
 */
public record Benefits(
        Money coPay,
        Money deductible,
        Money deductibleRemaining,
        Network network,
        LocalDate planFrom,
        LocalDate planUntil) {

    /** Of an answer that says nothing of benefits. */
    public static final Benefits NONE = new Benefits(null, null, null, Network.UNKNOWN, null, null);

    /** Whether the clinic is in the plan's network. */
    public enum Network {
        IN,
        OUT,
        UNKNOWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The fields that hold what cannot be: an amount below nothing. */
    public List<String> impossible() {
        Map<String, Money> amounts = new TreeMap<>();
        amounts.put("coPay", coPay);
        amounts.put("deductible", deductible);
        amounts.put("deductibleRemaining", deductibleRemaining);
        return amounts.keySet().stream()
                .filter(name -> amounts.get(name) != null && amounts.get(name).amount() < 0)
                .toList();
    }
}

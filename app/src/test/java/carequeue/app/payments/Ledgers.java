package carequeue.app.payments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Our ledger beside the provider's: everything in which they, or one of them and reason, disagree. */
final class Ledgers {

    /** What was taken and given back, in cents. */
    private record Sums(long taken, long back) {
        static final Sums NONE = new Sums(0, 0);

        Sums and(Sums more) {
            return new Sums(taken + more.taken, back + more.back);
        }
    }

    private final Map<String, Sums> theirs = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private Sums ours = Sums.NONE;
    private int paid;
    private int charges;

    private Ledgers(JsonNode ledger) {
        Map<String, Integer> begun = new TreeMap<>();
        ledger.forEach(row -> {
            charges++;
            String payment = row.at("/metadata/payment_id").asText();
            Sums sums =
                    new Sums(row.get("captured").asLong(), row.get("refunded").asLong());
            theirs.merge(payment, sums, Sums::and);
            if (begun.merge(row.at("/metadata/attempt_id").asText(), 1, Integer::sum) > 1) {
                wrong.add(payment + ": an attempt was begun twice");
            }
        });
    }

    /** Compares what was asked, by payment in cents, with what both say of it. */
    static Result compared(Map<String, Long> asked, JsonNode ledger, Function<String, JsonNode> seen, int kills) {
        Ledgers both = new Ledgers(ledger);
        asked.forEach((payment, amount) -> both.compare(payment, amount, seen.apply(payment)));
        both.theirs.keySet().stream()
                .filter(payment -> !asked.containsKey(payment))
                .forEach(payment -> both.wrong.add(payment + ": a charge for what nobody asked"));
        return new Result(
                asked.size(), both.paid, both.charges, both.ours.taken, both.ours.back, kills, List.copyOf(both.wrong));
    }

    private void compare(String payment, long amount, JsonNode view) {
        Sums here = new Sums(
                view.at("/captured/amount").asLong(),
                view.at("/refunded/amount").asLong());
        Sums there = theirs.getOrDefault(payment, Sums.NONE);
        String state = view.path("state").asText();
        boolean markedPaid = "captured".equals(state);
        if (!here.equals(there) || here.taken > amount || markedPaid && there.taken != amount) {
            wrong.add(payment + ": " + state + " of " + amount + ", ours " + here + ", theirs " + there);
        }
        ours = ours.and(here);
        paid += there.taken == amount ? 1 : 0;
    }

    /** What came of it; {@code paid} counts those of which the provider has taken the whole amount, {@code taken} and {@code back} are cents. */
    record Result(int payments, int paid, int charges, long taken, long back, int kills, List<String> wrong) {}
}

package carequeue.adapter.reconciliation;

import carequeue.adapter.payment.Movement;
import carequeue.api.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What moved on a day in one currency, in minor units. */
final class Total {

    final String currency;
    long takenOurs;
    long takenTheirs;
    long backOurs;
    long backTheirs;
    long disputed;
    long fees;

    private Total(String currency) {
        this.currency = currency;
    }

    /** The totals of what moved there, and of what we have on the day. */
    static List<Total> of(List<Movement> moved, List<Booked> taken, List<Booked> givenBack) {
        Map<String, Total> all = new TreeMap<>();
        moved.forEach(m -> {
            Total total = in(all, m.amount());
            long amount = m.amount().amount();
            switch (m.kind()) {
                case CHARGE -> total.takenTheirs += amount;
                case REFUND -> total.backTheirs += amount;
                case REFUND_FAILED -> total.backTheirs -= amount;
                case DISPUTE -> total.disputed += amount;
                case DISPUTE_BACK -> total.disputed -= amount;
                case OTHER -> {}
            }
            in(all, m.fee()).fees += m.fee().amount();
        });
        taken.forEach(b -> in(all, b.amount()).takenOurs += b.amount().amount());
        givenBack.forEach(b -> in(all, b.amount()).backOurs += b.amount().amount());
        return List.copyOf(all.values());
    }

    private static Total in(Map<String, Total> all, Money amount) {
        return all.computeIfAbsent(amount.currency(), Total::new);
    }
}

package carequeue.command.payment;

import static carequeue.command.payment.Desk.DAY;
import static carequeue.command.payment.Desk.as;
import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.payment.TillCommand;
import carequeue.api.payment.TillCommand.*;
import carequeue.command.Bare;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random orders to a till, beside a drawer: what should lie in it is what was put there, to the cent, and no entry counts twice. */
class TillModelTest {

    private static final Bare BARE = new Bare(Till.class, Desk.sites());

    private final Map<String, Long> entries = new HashMap<>();
    private final Set<String> reversed = new HashSet<>();
    private boolean open;
    private long drawer;

    @Property
    void aTillExpectsWhatLiesInItsDrawer(@ForAll @Size(max = 40) List<@IntRange(max = 999_999) Integer> dice) {
        BARE.startAgain(Desk.NOON);
        entries.clear();
        reversed.clear();
        open = false;
        open(10_000);
        dice.forEach(this::step);
    }

    private void step(int die) {
        String entry = "c" + die / 8 % 7;
        switch (die % 8) {
            case 0 -> open(die / 8 % 20_000);
            case 1, 2, 3 -> cash(entry, die / 64 % 9000 - 3000);
            case 4, 5 -> reverse(entry);
            case 6 -> count(new CountTill("t", usd(drawer + die / 8 % 3 - 1), die % 16 == 6 ? null : "x"), false);
            default -> count(new CloseTill("t", usd(drawer + die / 8 % 3 - 1), die % 16 == 7 ? null : "x"), true);
        }
    }

    private void open(long cash) {
        if (tell(new OpenTill("t", "main", DAY, "fran", usd(cash)), !open)) {
            open = true;
            drawer = cash;
            holds(0);
        }
    }

    private void cash(String entry, long amount) {
        // Cash that has moved is never refused, be the till closed or not.
        tell(new RecordCash("t", entry, "pay", usd(amount)), true);
        if (entries.putIfAbsent(entry, amount) == null) {
            drawer += amount;
        }
        expected();
    }

    private void reverse(String entry) {
        long amount = entries.getOrDefault(entry, 0L);
        if (tell(new ReverseEntry("t", entry, "x"), open && amount != 0 && !reversed.contains(entry))) {
            reversed.add(entry);
            drawer -= amount;
            expected();
        }
    }

    private void count(TillCommand order, boolean closes) {
        long counted = order instanceof CountTill c
                ? c.counted().amount()
                : ((CloseTill) order).counted().amount();
        String reason = order instanceof CountTill c ? c.reason() : ((CloseTill) order).reason();
        boolean allowed = open && counted >= 0 && (counted == drawer || reason != null);
        if (tell(order, allowed)) {
            open = !closes;
            holds(counted - drawer);
        }
    }

    private boolean tell(TillCommand order, boolean allowed) {
        Object answer = BARE.tries(order, as("fran", "front-desk"));
        assertThat(answer instanceof TillOutcome)
                .as("%s answered %s", order, answer)
                .isEqualTo(allowed);
        assertThat(answer instanceof Refused).isNotEqualTo(allowed);
        return allowed;
    }

    private void expected() {
        assertThat(BARE.<Till, Long>now(Till.class, "t", t -> t.expected)).isEqualTo(drawer);
    }

    private void holds(long difference) {
        expected();
        assertThat(BARE.<Till, Long>now(Till.class, "t", t -> t.difference)).isEqualTo(difference);
    }
}

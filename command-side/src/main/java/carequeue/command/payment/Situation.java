package carequeue.command.payment;

import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.command.Moment;
import java.time.Instant;

/** A payment as it stands when somebody orders something of it. */
record Situation(Ledger ledger, Moment now, Site site) {

    /** The longest amount that a card's provider takes, in minor units. */
    private static final long MOST = 99_999_999;

    String id() {
        return ledger.asked.paymentId();
    }

    Instant at() {
        return now.at();
    }

    String by() {
        return now.said().getOrDefault(Facts.ACTOR, "system").toString();
    }

    Money money(long amount) {
        return ledger.money(amount);
    }

    /** Refuses an order that the state found does not allow, naming the attempt that stands in its way. */
    void must(Class<?> order) {
        String open = ledger.unresolved()
                .map(a -> "Attempt " + a.id + " is not resolved yet.")
                .orElse("");
        PaymentSteps.MACHINE.must(order, Standing.of(ledger), open);
    }

    Refused wrong(String sentence) {
        return new Refused.WrongState(Standing.of(ledger).toString(), sentence);
    }

    Attempt attempt(String attemptId) {
        return ledger.attempt(attemptId).orElseThrow(() -> new Refused.NotFound("attempt", attemptId));
    }

    String nextAttempt() {
        return Ids.derived("attempt", id(), Integer.toString(number()));
    }

    int number() {
        return ledger.attempts.size() + 1;
    }

    /** A part of what is there, all of it where none is named. */
    static long part(Long amount, long all, String rule, String words) {
        long part = amount == null ? all : positive(amount);
        if (part > all) {
            throw new Refused.AgainstRule(rule, words + " " + all + " in minor units.");
        }
        return part;
    }

    static long positive(long amount) {
        if (amount <= 0 || amount > MOST) {
            throw new Refused.BadField("/amount", "is between 1 and " + MOST + " in minor units");
        }
        return amount;
    }

    /** An amount in the payment's own currency. */
    long same(Money amount) {
        if (amount == null || !amount.currency().equals(ledger.asked.amount().currency())) {
            throw new Refused.BadField("/amount/currency", "is not the payment's own");
        }
        return amount.amount();
    }
}

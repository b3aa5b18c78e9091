package carequeue.adapter.reconciliation;

import carequeue.api.Ids;
import carequeue.api.Money;
import java.util.Locale;

/**
 * Something about which the two ledgers say different things; what one of them does not have is null.
 *
 * @param what {@code charge, refund} or {@code dispute}
 */
record Difference(
        Kind kind,
        String what,
        String siteId,
        String providerId,
        String paymentId,
        String attemptId,
        Money ours,
        Money theirs,
        String standsOurs,
        String standsTheirs) {

    /** In what they differ. */
    enum Kind {
        /** The provider moved money of which we know nothing. */
        MISSING_HERE,
        /** We say that money moved of which the provider knows nothing. */
        MISSING_THERE,
        AMOUNT,
        STATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The same facts have the same identifier, so that what a person has closed stays closed until there is news. */
    String id(String account) {
        return Ids.derived(
                "difference",
                account,
                kind.toString(),
                what,
                String.valueOf(providerId),
                String.valueOf(attemptId),
                ours + "/" + theirs,
                standsOurs + "/" + standsTheirs);
    }

    static Difference of(Kind kind, String what, Booked ours, String providerId, Money theirs, String standsTheirs) {
        return new Difference(
                kind,
                what,
                ours.siteId(),
                providerId,
                ours.paymentId(),
                ours.attemptId(),
                ours.amount(),
                theirs,
                ours.stands(),
                standsTheirs);
    }
}

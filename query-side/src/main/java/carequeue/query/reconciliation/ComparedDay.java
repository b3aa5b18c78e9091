package carequeue.query.reconciliation;

import carequeue.api.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A business day of an account; {@code comparedAt} is null while it was not, and {@code problem} says why it could not be. */
record ComparedDay(
        String account, LocalDate date, List<String> siteIds, Instant comparedAt, String problem, List<Total> totals) {

    /** What moved in one currency: by our ledger, and by the provider's. */
    record Total(Money takenOurs, Money takenTheirs, Money backOurs, Money backTheirs, Money disputed, Money fees) {}
}

package carequeue.adapter.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One business day of one account; {@code ends} is where the next one begins. */
record Day(String account, LocalDate date, List<String> siteIds, Instant begins, Instant ends) {

    String siteId() {
        return siteIds.get(0);
    }
}

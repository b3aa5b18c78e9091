package carequeue.adapter.reconciliation;

import carequeue.api.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An account at the provider and the sites whose money goes there; its days are those of its first site. */
record Account(String name, List<Site> sites) {

    /** The site in whose name the account is read. */
    String siteId() {
        return sites.get(0).siteId();
    }

    List<String> siteIds() {
        return sites.stream().map(Site::siteId).toList();
    }

    LocalDate today(Instant now) {
        return sites.get(0).businessDay(now);
    }

    /** A business day of it. */
    Day day(LocalDate date) {
        Site first = sites.get(0);
        return new Day(name, date, siteIds(), first.startOf(date), first.startOf(date.plusDays(1)));
    }
}

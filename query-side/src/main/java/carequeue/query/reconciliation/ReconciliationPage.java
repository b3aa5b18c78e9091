package carequeue.query.reconciliation;

import carequeue.api.Actor;
import carequeue.api.site.Site;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice;
import carequeue.query.pages.Amounts;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import carequeue.query.reconciliation.DifferenceRows.Wanted;
import java.util.Locale;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the ledgers differ, and what each day came to. */
@Page
class ReconciliationPage {

    private static final int PAGE = 50;

    private final DifferenceRows rows;
    private final UnmatchedWords words;
    private final Where where;

    ReconciliationPage(DifferenceRows rows, UnmatchedWords words, Where where) {
        this.rows = rows;
        this.words = words;
        this.where = where;
    }

    @GetMapping("/billing/reconciliation")
    String reconciliation(
            @RequestParam(required = false) String siteId,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) String cursor,
            Actor actor,
            Locale locale,
            Model model) {
        Site site = where.site(siteId, actor);
        boolean open = !show.equals("all");
        Wanted wanted = new Wanted(Set.of(site.siteId()), null, open ? "open" : null);
        model.addAttribute("tab", "reconciliation");
        model.addAttribute("show", open ? "open" : "all");
        model.addAttribute("site", site);
        model.addAttribute("sites", where.of(actor));
        model.addAttribute("times", where.times(site, locale));
        model.addAttribute("amounts", new Amounts(locale));
        model.addAttribute("yesterday", where.today(site).minusDays(1));
        model.addAttribute("page", Slice.of(rows.page(wanted, Keyset.of(cursor, Keyset.OLDEST), PAGE), PAGE));
        model.addAttribute("days", rows.days(wanted));
        model.addAttribute("words", words.last(open ? true : null));
        return "billing-reconciliation";
    }
}

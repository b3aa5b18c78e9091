package carequeue.query.conflicts;

import carequeue.api.Actor;
import carequeue.api.conflict.ConflictQuery.FindConflicts;
import carequeue.api.conflict.ConflictState;
import carequeue.api.conflict.Side;
import carequeue.api.site.Site;
import carequeue.query.live.Reads;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where systems disagree: both values, and the decision of a person. */
@Page
@Reads(ConflictProjection.VIEW)
class ConflictPage {

    private static final int PAGE = 50;

    private final ConflictsNow conflicts;
    private final Where where;

    ConflictPage(ConflictsNow conflicts, Where where) {
        this.conflicts = conflicts;
        this.where = where;
    }

    @GetMapping("/conflicts")
    String conflicts(
            @RequestParam(required = false) String siteId,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) String cursor,
            Actor actor,
            Locale locale,
            Model model) {
        Site site = where.site(siteId, actor);
        boolean open = !show.equals("all");
        FindConflicts query = new FindConflicts(site.siteId(), null, open ? ConflictState.OPEN : null, cursor, PAGE);
        model.addAttribute("show", open ? "open" : "all");
        model.addAttribute("site", site);
        model.addAttribute("sites", where.of(actor));
        model.addAttribute("sides", Side.values());
        model.addAttribute("times", where.times(site, locale));
        model.addAttribute("conflicts", conflicts.handle(query));
        return "conflicts";
    }
}

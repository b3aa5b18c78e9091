package carequeue.query.revenue;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.payment.RevenueBy;
import carequeue.api.payment.RevenueQuery.FindRevenue;
import carequeue.api.payment.RevenueQuery.Revenue;
import carequeue.api.site.Sites;
import carequeue.query.door.EntityTags;
import carequeue.query.door.Sees;
import carequeue.query.door.Word;
import carequeue.query.live.Reads;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The door to revenue. */
@RestController
@Reads(RevenueProjection.VIEW)
class RevenueDoor {

    private static final long LONGEST = 1100;

    private final RevenueReads revenue;
    private final Sites sites;
    private final EntityTags tags;

    RevenueDoor(RevenueReads revenue, Sites sites, EntityTags tags) {
        this.revenue = revenue;
        this.sites = sites;
        this.tags = tags;
    }

    /** What came in and went back from one business day to another, both included. */
    @GetMapping("/api/revenue")
    Revenue revenue(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) String groupBy,
            @RequestParam(required = false) String siteId,
            Actor actor,
            WebRequest request) {
        Word.day(from, "from");
        Word.day(to, "to");
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST) {
            throw new Refused.BadField("/to", "is not before from, and at most " + LONGEST + " days after it");
        }
        RevenueBy by = Word.of(RevenueBy.class, groupBy, "groupBy");
        FindRevenue query =
                new FindRevenue(Sees.sites(siteId, actor, sites), from, to, by == null ? RevenueBy.DAY : by);
        return tags.unlessKnown(revenue.handle(query), request);
    }
}

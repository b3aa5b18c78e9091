package carequeue.query.payments;

import carequeue.api.Actor;
import carequeue.api.payment.PaymentQuery.FindTills;
import carequeue.api.payment.PaymentQuery.Receipt;
import carequeue.api.payment.PaymentQuery.TillList;
import carequeue.api.payment.PaymentQuery.TillView;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.query.door.EntityTags;
import carequeue.query.door.Sees;
import carequeue.query.door.Word;
import carequeue.query.live.Reads;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The door to a site's tills and receipts. */
@RestController
@RequestMapping("/api/sites/{siteId}")
@Reads(PaymentProjection.VIEW)
class TillDoor {

    private final Cash cash;
    private final Sites sites;
    private final EntityTags tags;
    private final Clock clock;

    TillDoor(Cash cash, Sites sites, EntityTags tags, Clock clock) {
        this.cash = cash;
        this.sites = sites;
        this.tags = tags;
        this.clock = clock;
    }

    /** The tills of a business day, today's where none is named. */
    @GetMapping("/tills")
    TillList tills(
            @PathVariable String siteId,
            @RequestParam(required = false) LocalDate date,
            Actor actor,
            WebRequest request) {
        Site site = Sees.site(siteId, actor, sites);
        LocalDate day = date == null ? site.businessDay(clock.instant()) : Word.day(date, "date");
        return tags.unlessKnown(cash.handle(new FindTills(siteId, day)), request);
    }

    @GetMapping("/tills/{tillId}")
    TillView till(@PathVariable String siteId, @PathVariable String tillId, Actor actor, WebRequest request) {
        Sees.site(siteId, actor, sites);
        return tags.unlessKnown(cash.get(siteId, tillId), request);
    }

    @GetMapping("/receipts/{number}")
    Receipt receipt(@PathVariable String siteId, @PathVariable long number, Actor actor) {
        Sees.site(siteId, actor, sites);
        return cash.receipt(siteId, number);
    }
}

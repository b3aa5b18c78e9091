package carequeue.query.payments;

import carequeue.api.Actor;
import carequeue.api.payment.PaymentQuery.PaymentList;
import carequeue.api.payment.PaymentQuery.PaymentView;
import carequeue.api.payment.PaymentQuery.Receipt;
import carequeue.api.payment.PaymentState;
import carequeue.api.site.Sites;
import carequeue.query.door.EntityTags;
import carequeue.query.door.Sees;
import carequeue.query.door.Slice;
import carequeue.query.door.Word;
import carequeue.query.live.Reads;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The door to payments as they stand now. */
@RestController
@RequestMapping("/api/payments")
@Reads(PaymentProjection.VIEW)
class PaymentDoor {

    private final Payments payments;
    private final Cash cash;
    private final Sites sites;
    private final EntityTags tags;

    PaymentDoor(Payments payments, Cash cash, Sites sites, EntityTags tags) {
        this.payments = payments;
        this.cash = cash;
        this.sites = sites;
        this.tags = tags;
    }

    /** The receipts of a payment. */
    record Receipts(List<Receipt> items, String nextCursor) {}

    @GetMapping
    PaymentList payments(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) String visitId,
            @RequestParam(required = false) LocalDate date,
            @RequestParam(required = false) List<String> state,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) String cursor,
            Actor actor,
            WebRequest request) {
        PaymentRows.Wanted wanted = new PaymentRows.Wanted(
                Sees.sites(siteId, actor, sites),
                visitId,
                Word.day(date, "date"),
                Word.all(PaymentState.class, state, "state"));
        return tags.unlessKnown(payments.page(wanted, cursor, Slice.limit(limit)), request);
    }

    @GetMapping("/{paymentId}")
    PaymentView payment(@PathVariable String paymentId, Actor actor, WebRequest request) {
        return tags.unlessKnown(payments.get(paymentId, actor), request);
    }

    @GetMapping("/{paymentId}/receipts")
    Receipts receipts(@PathVariable String paymentId, Actor actor) {
        payments.get(paymentId, actor);
        return new Receipts(cash.receipts(paymentId), null);
    }
}

package carequeue.query.payments;

import carequeue.api.Actor;
import carequeue.api.payment.PaymentQuery.PaymentView;
import carequeue.api.payment.PaymentQuery.Receipt;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.query.live.Reads;
import carequeue.query.pages.Amounts;
import carequeue.query.pages.Page;
import carequeue.query.pages.Times;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The receipts of a payment, one on a sheet of paper, to be printed at the desk. */
@Page
@Reads(PaymentProjection.VIEW)
class ReceiptPage {

    private final Payments payments;
    private final Cash cash;
    private final Sites sites;

    ReceiptPage(Payments payments, Cash cash, Sites sites) {
        this.payments = payments;
        this.cash = cash;
        this.sites = sites;
    }

    @GetMapping("/billing/receipts")
    String receipts(@RequestParam String paymentId, Actor actor, Locale locale, Model model) {
        PaymentView payment = payments.get(paymentId, actor);
        fill(sites.get(payment.siteId()), cash.receipts(paymentId), locale, model);
        return "receipts";
    }

    /** What a sheet shows: the clinic, the number, the time, and the lines; no name. */
    static void fill(Site site, List<Receipt> receipts, Locale locale, Model model) {
        model.addAttribute("site", site);
        model.addAttribute("receipts", receipts);
        model.addAttribute("amounts", new Amounts(locale));
        model.addAttribute("times", new Times(site.timeZone(), locale));
    }
}

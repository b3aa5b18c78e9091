package carequeue.query.payments;

import carequeue.api.Refused;
import carequeue.api.payment.PaymentQuery.FindPayment;
import carequeue.api.payment.PaymentQuery.FindPayments;
import carequeue.api.payment.PaymentQuery.PaymentView;
import carequeue.api.payment.PaymentQuery.Receipt;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.PatientLinks;
import carequeue.query.live.Reads;
import carequeue.query.pages.Amounts;
import carequeue.query.pages.Page;
import carequeue.query.pages.Times;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a patient pays without signing in, comes back to after paying, and finds the receipts: amounts, and nothing of anybody. */
@Page
@RequestMapping("/p/{token}")
@Reads(PaymentProjection.VIEW)
class PayPage {

    private static final int AT_MOST = 20;

    private final Payments payments;
    private final Cash cash;
    private final PatientLinks links;
    private final Sites sites;

    PayPage(Payments payments, Cash cash, PatientLinks links, Sites sites) {
        this.payments = payments;
        this.cash = cash;
        this.links = links;
        this.sites = sites;
    }

    @GetMapping("/pay")
    String pay(@PathVariable String token, Locale locale, Model model) {
        fill(token, false, locale, model);
        return "pay";
    }

    @GetMapping("/paid")
    String paid(@PathVariable String token, Locale locale, Model model) {
        fill(token, true, locale, model);
        return "pay";
    }

    @GetMapping("/pay/fragment")
    String payNow(@PathVariable String token, Locale locale, Model model) {
        fill(token, false, locale, model);
        return "pay :: standing";
    }

    @GetMapping("/paid/fragment")
    String paidNow(@PathVariable String token, Locale locale, Model model) {
        fill(token, true, locale, model);
        return "pay :: standing";
    }

    @GetMapping("/receipts")
    String receipts(@PathVariable String token, Locale locale, Model model) {
        List<PaymentView> all = found(token);
        Site site = sites.get(all.get(0).siteId());
        List<Receipt> receipts = all.stream()
                .flatMap(payment -> cash.receipts(payment.paymentId()).stream())
                .toList();
        ReceiptPage.fill(site, receipts, locale, model);
        return "receipts";
    }

    private void fill(String token, boolean back, Locale locale, Model model) {
        List<PaymentView> all = found(token);
        Site site = sites.get(all.get(0).siteId());
        List<PayLine> lines = all.stream().map(p -> PayLine.of(p, back)).toList();
        model.addAttribute("token", token);
        model.addAttribute("site", site);
        model.addAttribute("lines", lines);
        model.addAttribute("waits", lines.stream().anyMatch(PayLine::waits));
        model.addAttribute("here", back ? "paid" : "pay");
        model.addAttribute(
                "hasReceipts", all.stream().anyMatch(p -> p.captured().amount() > 0));
        model.addAttribute("amounts", new Amounts(locale));
        model.addAttribute("times", new Times(site.timeZone(), locale));
    }

    private List<PaymentView> found(String token) {
        List<PaymentView> all = links.paymentOf(token)
                .map(id -> payments.handle(new FindPayment(id)))
                .map(List::of)
                .orElseGet(() -> links.visit(token).map(this::ofVisit).orElseGet(List::of));
        if (all.isEmpty()) {
            throw new Refused.NotFound("page", "under this link; it may have expired");
        }
        return all;
    }

    // A family's payment is shown on the page of the visit that it was asked for.
    private List<PaymentView> ofVisit(String visitId) {
        return payments.handle(new FindPayments(null, visitId, null, Set.of(), null, AT_MOST)).items().stream()
                .filter(payment -> visitId.equals(payment.visitId()))
                .toList();
    }
}

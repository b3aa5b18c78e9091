package carequeue.query.billing;

import carequeue.api.Actor;
import carequeue.api.claim.ClaimQuery.ClaimList;
import carequeue.api.claim.ClaimQuery.FindClaims;
import carequeue.api.eligibility.EligibilityQuery.Checks;
import carequeue.api.eligibility.EligibilityQuery.FindChecks;
import carequeue.api.payment.PaymentQuery.FindPayments;
import carequeue.api.payment.PaymentQuery.FindTills;
import carequeue.api.payment.PaymentQuery.PaymentList;
import carequeue.api.payment.PaymentQuery.TillList;
import carequeue.api.payment.RevenueBy;
import carequeue.api.payment.RevenueQuery.FindRevenue;
import carequeue.api.payment.RevenueQuery.Revenue;
import carequeue.api.site.Site;
import carequeue.query.door.Word;
import carequeue.query.live.Reads;
import carequeue.query.pages.Amounts;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Money: what is owed and held, what payers said, the tills, and what came in. */
@Page
@RequestMapping("/billing")
@Reads({"view.payments", "view.eligibility", "view.claims", "view.revenue"})
class BillingPage {

    private static final int PAGE = 50;

    private final QueryGateway queries;
    private final Where where;

    BillingPage(QueryGateway queries, Where where) {
        this.queries = queries;
        this.where = where;
    }

    @GetMapping
    String payments(
            @RequestParam(required = false) String siteId,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) String cursor,
            Actor actor,
            Locale locale,
            Model model) {
        Site site = site("payments", siteId, actor, locale, model);
        PaymentList found = ask(
                new FindPayments(site.siteId(), null, null, PaymentLine.states(show), cursor, PAGE), PaymentList.class);
        model.addAttribute("show", PaymentLine.SHOWN.contains(show) ? show : "open");
        model.addAttribute("shown", PaymentLine.SHOWN);
        model.addAttribute(
                "payments", found.items().stream().map(PaymentLine::new).toList());
        model.addAttribute("nextCursor", found.nextCursor());
        return "billing";
    }

    @GetMapping("/eligibility")
    String eligibility(
            @RequestParam(required = false) String siteId,
            @RequestParam(defaultValue = "worklist") String show,
            @RequestParam(required = false) String cursor,
            Actor actor,
            Locale locale,
            Model model) {
        Site site = site("eligibility", siteId, actor, locale, model);
        boolean worklist = !show.equals("all");
        model.addAttribute("show", worklist ? "worklist" : "all");
        model.addAttribute(
                "checks", ask(new FindChecks(site.siteId(), null, null, worklist, cursor, PAGE), Checks.class));
        return "billing-eligibility";
    }

    @GetMapping("/claims")
    String claims(
            @RequestParam(required = false) String siteId,
            @RequestParam(defaultValue = "worklist") String show,
            @RequestParam(required = false) String cursor,
            Actor actor,
            Locale locale,
            Model model) {
        Site site = site("claims", siteId, actor, locale, model);
        boolean worklist = !show.equals("all");
        model.addAttribute("show", worklist ? "worklist" : "all");
        model.addAttribute(
                "claims", ask(new FindClaims(site.siteId(), null, null, worklist, cursor, PAGE), ClaimList.class));
        return "billing-claims";
    }

    @GetMapping("/tills")
    String tills(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) LocalDate date,
            Actor actor,
            Locale locale,
            Model model) {
        Site site = site("tills", siteId, actor, locale, model);
        LocalDate day = date == null ? where.today(site) : Word.day(date, "date");
        model.addAttribute("date", day);
        model.addAttribute(
                "tills", ask(new FindTills(site.siteId(), day), TillList.class).items());
        return "billing-tills";
    }

    @GetMapping("/revenue")
    String revenue(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) String groupBy,
            Actor actor,
            Locale locale,
            Model model) {
        Site site = site("revenue", siteId, actor, locale, model);
        LocalDate last = to == null ? where.today(site) : Word.day(to, "to");
        LocalDate first = from == null ? last.minusDays(6) : Word.day(from, "from");
        RevenueBy by = Word.of(RevenueBy.class, groupBy, "groupBy");
        FindRevenue query = new FindRevenue(Set.of(site.siteId()), first, last, by == null ? RevenueBy.DAY : by);
        model.addAttribute("revenue", ask(query, Revenue.class));
        model.addAttribute("groups", RevenueBy.values());
        return "billing-revenue";
    }

    private Site site(String tab, String siteId, Actor actor, Locale locale, Model model) {
        Site site = where.site(siteId, actor);
        model.addAttribute("tab", tab);
        model.addAttribute("site", site);
        model.addAttribute("sites", where.of(actor));
        model.addAttribute("times", where.times(site, locale));
        model.addAttribute("amounts", new Amounts(locale));
        return site;
    }

    private <T> T ask(Object query, Class<T> answer) {
        return queries.query(query, answer).join();
    }
}

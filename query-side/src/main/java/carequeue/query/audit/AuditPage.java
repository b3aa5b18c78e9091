package carequeue.query.audit;

import carequeue.api.Actor;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.audit.AuditQuery.FindEvents;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindBoardAsOf;
import carequeue.api.site.Site;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The auditor's page: the events of history, and the board as it stood. */
@Page
@RequestMapping("/audit")
class AuditPage {

    private static final int PAGE = 50;

    private final Audit audit;
    private final QueryGateway queries;
    private final Where where;

    AuditPage(Audit audit, QueryGateway queries, Where where) {
        this.audit = audit;
        this.queries = queries;
        this.where = where;
    }

    /** What is looked for; identifiers only, so that nothing personal stands in the address. */
    record Filter(String entity, String who, String patient, String type, String cursor) {
        FindEvents query() {
            return new FindEvents(said(entity), said(who), said(patient), null, null, said(type), said(cursor), PAGE);
        }

        private static String said(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping
    String events(Filter filter, Actor actor, Locale locale, Model model) {
        Site site = where.site(null, actor);
        model.addAttribute("filter", filter);
        model.addAttribute("times", where.times(site, locale));
        model.addAttribute("trail", audit.find(filter.query(), actor));
        return filter.cursor() == null ? "audit" : "audit :: rows";
    }

    @GetMapping("/board")
    String board(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) String serviceId,
            @RequestParam(required = false) LocalDate date,
            @RequestParam(required = false) LocalTime time,
            @RequestParam(defaultValue = "false") boolean part,
            Actor actor,
            Locale locale,
            Model model) {
        Site site = where.site(siteId, actor);
        Site.Service service = where.service(site, serviceId);
        LocalDate day = date == null ? where.today(site) : date;
        LocalTime at = time == null ? where.now(site) : time;
        // Times before the day's start belong to the night after it.
        var then = day.plusDays(at.isBefore(site.dayStart()) ? 1 : 0).atTime(at).atZone(site.timeZone());
        Instant asOf = where.noLater(then.toInstant());
        String queueId = Ids.queue(site.siteId(), service.serviceId(), day);
        Board board = queries.query(new FindBoardAsOf(queueId, asOf, null), Board.class)
                .join();
        if (board != null && !actor.mayEnter(board.siteId())) {
            throw new Refused.NotFound("queue", queueId);
        }
        model.addAttribute("sites", where.of(actor));
        model.addAttribute("site", site);
        model.addAttribute("service", service);
        model.addAttribute("date", day);
        model.addAttribute("time", at);
        model.addAttribute("asOf", asOf);
        model.addAttribute("times", where.times(site, locale));
        model.addAttribute("board", board);
        return part ? "audit-board :: past" : "audit-board";
    }
}

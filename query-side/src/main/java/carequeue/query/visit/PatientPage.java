package carequeue.query.visit;

import carequeue.api.Refused;
import carequeue.api.payment.PaymentQuery.FindPayments;
import carequeue.api.payment.PaymentQuery.PaymentList;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindBoard;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.PatientLinks;
import carequeue.query.live.LiveHub;
import carequeue.query.live.QueueMoved;
import carequeue.query.live.Topic;
import carequeue.query.live.ViewPositions;
import carequeue.query.pages.Page;
import carequeue.query.pages.Times;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The patient's own page: ticket, people ahead and what happens next; no name, and nothing of anybody else. */
@Page
@RequestMapping("/p/{token}")
class PatientPage {

    private static final Set<String> VIEWS = Set.of("view.board", VisitProjection.VIEW);

    private final VisitRows rows;
    private final PatientLinks links;
    private final VisitTopics topics;
    private final ViewPositions positions;
    private final LiveHub hub;
    private final QueryGateway queries;
    private final Sites sites;
    private final Clock clock;

    PatientPage(
            VisitRows rows,
            PatientLinks links,
            VisitTopics topics,
            ViewPositions positions,
            LiveHub hub,
            QueryGateway queries,
            Sites sites,
            Clock clock) {
        this.rows = rows;
        this.links = links;
        this.topics = topics;
        this.positions = positions;
        this.hub = hub;
        this.queries = queries;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String token, Locale locale, Model model) {
        fill(token, locale, model);
        return "patient";
    }

    @GetMapping("/fragment")
    String fragment(@PathVariable String token, Locale locale, Model model) {
        fill(token, locale, model);
        return "patient :: standing";
    }

    @GetMapping("/stream")
    ResponseEntity<SseEmitter> stream(
            @PathVariable String token,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            @RequestParam(required = false) String since) {
        Card card = card(token);
        Topic topic = card.place() == null
                ? topics.visit(card.visitId())
                : line(card.place().queueId());
        return hub.open(topic, LiveHub.since(lastEventId, since));
    }

    // Whoever stands in a line hears that it moved, and nothing of whom.
    private Topic line(String queueId) {
        return new Topic(
                "line:" + queueId,
                VIEWS,
                since -> Boolean.TRUE.equals(queries.query(new QueueMoved(queueId, since), Boolean.class)
                                .join())
                        ? List.of("line")
                        : List.of());
    }

    private Card card(String token) {
        return links.visit(token)
                .flatMap(rows::find)
                .orElseThrow(() -> new Refused.NotFound("page", "under this link; it may have expired"));
    }

    private void fill(String token, Locale locale, Model model) {
        model.addAttribute("position", positions.of(VIEWS));
        Card card = card(token);
        Site site = sites.get(card.siteId());
        model.addAttribute("token", token);
        model.addAttribute("site", site);
        model.addAttribute("now", clock.instant());
        model.addAttribute("times", new Times(site.timeZone(), locale));
        model.addAttribute("card", card);
        Line line = card.place() == null ? null : line(card.place());
        model.addAttribute("line", line);
        model.addAttribute("pays", pays(card.visitId()));
        model.addAttribute("room", line == null ? null : room(site, line.point()));
    }

    private Line line(Card.Place place) {
        Board board = queries.query(new FindBoard(place.queueId()), Board.class).join();
        return Line.of(board, place.entryId()).orElse(null);
    }

    private boolean pays(String visitId) {
        FindPayments asked = new FindPayments(null, visitId, null, Set.of(), null, 1);
        return !queries.query(asked, PaymentList.class).join().items().isEmpty();
    }

    private static String room(Site site, String point) {
        return point == null
                ? null
                : site.servicePoint(point).map(Site.ServicePoint::name).orElse(point);
    }
}

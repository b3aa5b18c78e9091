package carequeue.query.visit;

import carequeue.api.Actor;
import carequeue.api.site.Sites;
import carequeue.api.visit.PatientLinks;
import carequeue.query.live.LiveHub;
import carequeue.query.live.Reads;
import carequeue.query.live.ViewPositions;
import carequeue.query.pages.Page;
import carequeue.query.pages.Times;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One visit: what happened, in order, and what is still to be done. */
@Page
@RequestMapping("/visits/{visitId}")
@Reads(VisitProjection.VIEW)
class VisitPage {

    private final Visits visits;
    private final VisitTopics topics;
    private final PatientLinks links;
    private final ViewPositions positions;
    private final LiveHub hub;
    private final Sites sites;

    VisitPage(
            Visits visits, VisitTopics topics, PatientLinks links, ViewPositions positions, LiveHub hub, Sites sites) {
        this.visits = visits;
        this.topics = topics;
        this.links = links;
        this.positions = positions;
        this.hub = hub;
        this.sites = sites;
    }

    @GetMapping
    String visit(@PathVariable String visitId, Actor actor, Locale locale, Model model) {
        fill(visitId, actor, locale, model);
        return "visit";
    }

    @GetMapping("/fragment")
    String fragment(@PathVariable String visitId, Actor actor, Locale locale, Model model) {
        fill(visitId, actor, locale, model);
        return "visit :: visit";
    }

    @GetMapping("/stream")
    ResponseEntity<SseEmitter> stream(
            @PathVariable String visitId,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            @RequestParam(required = false) String since,
            Actor actor) {
        visits.get(visitId, actor);
        return hub.open(topics.visit(visitId), LiveHub.since(lastEventId, since));
    }

    private void fill(String visitId, Actor actor, Locale locale, Model model) {
        model.addAttribute("position", positions.of(VisitProjection.VIEW));
        Card card = visits.get(visitId, actor);
        model.addAttribute("visit", visits.view(card));
        model.addAttribute("refusal", card.refusal());
        model.addAttribute("checkIn", CheckInSteps.of(card));
        model.addAttribute("timeline", visits.timeline(visitId, locale).items());
        model.addAttribute("link", "/p/" + links.token(visitId, card.siteId(), card.date()));
        model.addAttribute("times", new Times(sites.get(card.siteId()).timeZone(), locale));
    }
}

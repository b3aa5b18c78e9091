package carequeue.query.board;

import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.query.live.LiveHub;
import carequeue.query.live.ViewPositions;
import carequeue.query.pages.Page;
import carequeue.query.pages.Times;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The waiting room's screen: now calling, and the last five. */
@Page
@RequestMapping("/display/{siteId}")
class DisplayPage {

    private final DisplayRows rows;
    private final BoardTopics topics;
    private final ViewPositions positions;
    private final LiveHub hub;
    private final Sites sites;
    private final Clock clock;

    DisplayPage(DisplayRows rows, BoardTopics topics, ViewPositions positions, LiveHub hub, Sites sites, Clock clock) {
        this.rows = rows;
        this.topics = topics;
        this.positions = positions;
        this.hub = hub;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping
    String display(@PathVariable String siteId, Locale locale, Model model) {
        fill(siteId, locale, model);
        return "display";
    }

    @GetMapping("/fragment")
    String fragment(@PathVariable String siteId, Locale locale, Model model) {
        fill(siteId, locale, model);
        return "display :: calls";
    }

    @GetMapping("/stream")
    ResponseEntity<SseEmitter> stream(
            @PathVariable String siteId,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            @RequestParam(required = false) String since) {
        return hub.open(topics.site(sites.get(siteId).siteId()), LiveHub.since(lastEventId, since));
    }

    private void fill(String siteId, Locale locale, Model model) {
        Site site = sites.get(siteId);
        model.addAttribute("position", positions.of(BoardProjection.VIEW));
        model.addAttribute("site", site);
        model.addAttribute("now", clock.instant());
        model.addAttribute("times", new Times(site.timeZone(), locale));
        model.addAttribute("calling", rows.calling(siteId, site.businessDay(clock.instant())));
        model.addAttribute("last", rows.last(siteId, site.businessDay(clock.instant())));
    }
}

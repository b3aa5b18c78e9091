package carequeue.query.board;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.query.live.LiveHub;
import carequeue.query.live.Reads;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The board: staff work here all day. */
@Page
@Reads({BoardProjection.VIEW, "view.appointments"})
class BoardPage {

    private final BoardScreens screens;
    private final BoardTopics topics;
    private final LiveHub hub;
    private final Where where;

    BoardPage(BoardScreens screens, BoardTopics topics, LiveHub hub, Where where) {
        this.screens = screens;
        this.topics = topics;
        this.hub = hub;
        this.where = where;
    }

    @GetMapping("/board")
    String board(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) String serviceId,
            @RequestParam(defaultValue = "waiting") String tab,
            Actor actor,
            Locale locale,
            Model model) {
        fill(siteId, serviceId, tab, actor, locale, model);
        return "board";
    }

    @GetMapping("/board/fragment")
    String fragment(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) String serviceId,
            @RequestParam(defaultValue = "waiting") String tab,
            Actor actor,
            Locale locale,
            Model model) {
        fill(siteId, serviceId, tab, actor, locale, model);
        return "board :: board";
    }

    @GetMapping("/board/stream")
    ResponseEntity<SseEmitter> stream(
            @RequestParam(required = false) String siteId,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            @RequestParam(required = false) String since,
            Actor actor) {
        return hub.open(topics.floor(where.site(siteId, actor).siteId()), LiveHub.since(lastEventId, since));
    }

    private void fill(String siteId, String serviceId, String tab, Actor actor, Locale locale, Model model) {
        if (!BoardScreen.TABS.contains(tab)) {
            throw new Refused.BadField("/tab", "is one of " + BoardScreen.TABS);
        }
        Site site = where.site(siteId, actor);
        Site.Service service = where.service(site, serviceId);
        model.addAttribute("sites", where.of(actor));
        model.addAttribute("site", site);
        model.addAttribute("service", service);
        model.addAttribute(
                "points",
                site.servicePoints().stream()
                        .filter(p -> p.serviceIds().contains(service.serviceId()))
                        .toList());
        model.addAttribute("today", where.today(site));
        model.addAttribute("times", where.times(site, locale));
        model.addAttribute("tabs", BoardScreen.TABS);
        model.addAttribute("screen", screens.of(site, service.serviceId(), where.today(site), tab));
    }
}

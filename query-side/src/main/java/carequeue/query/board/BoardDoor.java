package carequeue.query.board;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindQueues;
import carequeue.api.queue.QueueQuery.Queues;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.query.live.LiveHub;
import carequeue.query.live.Reads;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The door to the boards. */
@RestController
@RequestMapping("/api/queues")
@Reads(BoardProjection.VIEW)
class BoardDoor {

    private final Boards boards;
    private final BoardTopics topics;
    private final BoardTags tags;
    private final Sites sites;
    private final LiveHub hub;
    private final Clock clock;

    BoardDoor(Boards boards, BoardTopics topics, BoardTags tags, Sites sites, LiveHub hub, Clock clock) {
        this.boards = boards;
        this.topics = topics;
        this.tags = tags;
        this.sites = sites;
        this.hub = hub;
        this.clock = clock;
    }

    @GetMapping
    Queues queues(@RequestParam String siteId, @RequestParam(required = false) LocalDate date, Actor actor) {
        Site site = sites.get(siteId);
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        return boards.handle(new FindQueues(siteId, date == null ? site.businessDay(clock.instant()) : date));
    }

    @GetMapping("/{queueId}")
    Board board(@PathVariable String queueId, Actor actor, WebRequest request) {
        Board board = boards.get(queueId, actor);
        return request.checkNotModified(tags.of(board)) ? null : board;
    }

    @GetMapping("/{queueId}/stream")
    ResponseEntity<SseEmitter> stream(
            @PathVariable String queueId,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            @RequestParam(required = false) String since,
            Actor actor) {
        boards.get(queueId, actor);
        return hub.open(topics.queue(queueId), LiveHub.since(lastEventId, since));
    }
}

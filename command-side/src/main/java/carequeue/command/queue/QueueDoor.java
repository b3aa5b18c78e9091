package carequeue.command.queue;

import carequeue.api.Actor;
import carequeue.api.Ids;
import carequeue.api.queue.QueueCommand.CallNext;
import carequeue.api.queue.QueueCommand.Called;
import carequeue.api.queue.QueueCommand.CloseQueue;
import carequeue.api.queue.QueueCommand.OpenQueue;
import carequeue.api.queue.QueueCommand.PauseQueue;
import carequeue.api.queue.QueueCommand.ResumeQueue;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to queues over HTTP. */
@RestController
@RequestMapping("/api/queues")
class QueueDoor {

    private final Door door;
    private final Sites sites;
    private final Clock clock;

    QueueDoor(Door door, Sites sites, Clock clock) {
        this.door = door;
        this.sites = sites;
        this.clock = clock;
    }

    /** Which queue is opened; without a date that of the running business day. */
    record QueueOf(@NotBlank String siteId, @NotBlank String serviceId, LocalDate date) {}

    /** The queue that is open now. */
    record Opened(String queueId) {}

    /** Where the called patient shall come. */
    record Point(@NotBlank String servicePoint) {}

    /** An order that needs no further words. */
    record Nothing() {}

    @PostMapping
    ResponseEntity<Opened> open(@Valid @RequestBody QueueOf body, Actor actor, HttpServletRequest http) {
        Site site = sites.get(body.siteId());
        LocalDate day = body.date() == null ? site.businessDay(clock.instant()) : body.date();
        String id = Ids.queue(body.siteId(), body.serviceId(), day);
        Outcome<Void> outcome =
                door.send(new OpenQueue(id, body.siteId(), body.serviceId(), day), Asked.of(actor, http));
        return outcome.created("/api/queues/" + id, nothing -> new Opened(id));
    }

    @PostMapping("/{queueId}/call-next")
    ResponseEntity<Called> callNext(
            @PathVariable String queueId, @Valid @RequestBody Point body, Actor actor, HttpServletRequest http) {
        Outcome<Called> outcome = door.send(new CallNext(queueId, body.servicePoint()), Asked.of(actor, http));
        return outcome.ok();
    }

    @PostMapping("/{queueId}/pause")
    ResponseEntity<Void> pause(
            @PathVariable String queueId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return door.send(new PauseQueue(queueId), Asked.of(actor, http)).accepted();
    }

    @PostMapping("/{queueId}/resume")
    ResponseEntity<Void> resume(
            @PathVariable String queueId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return door.send(new ResumeQueue(queueId), Asked.of(actor, http)).accepted();
    }

    @PostMapping("/{queueId}/close")
    ResponseEntity<Void> close(
            @PathVariable String queueId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return door.send(new CloseQueue(queueId), Asked.of(actor, http)).accepted();
    }
}

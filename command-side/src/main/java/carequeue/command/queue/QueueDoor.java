package carequeue.command.queue;

import carequeue.api.Actor;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.queue.QueueCommand.CallNext;
import carequeue.api.queue.QueueCommand.Called;
import carequeue.api.queue.QueueCommand.CloseQueue;
import carequeue.api.queue.QueueCommand.OpenQueue;
import carequeue.api.queue.QueueCommand.PauseQueue;
import carequeue.api.queue.QueueCommand.ResumeQueue;
import carequeue.api.site.Site;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
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
    private final SetUps setUps;

    QueueDoor(Door door, SetUps setUps) {
        this.door = door;
        this.setUps = setUps;
    }

    /** Which queue is opened; without a date that of the running business day. */
    record QueueOf(@NotBlank String siteId, @NotBlank String serviceId, LocalDate date) {}

    /** The queue that is open now. */
    record Opened(String queueId) {}

    /** Where the called patient shall come. */
    record Point(@NotBlank String servicePoint) {}

    /** What becomes of those who wait when a queue closes. */
    enum Waiting {
        STAY,
        LEAVE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether those who wait are still called (the default), or count as gone. */
    record Closing(Waiting waiting) {}

    /** An order that needs no further words. */
    record Nothing() {}

    @PostMapping
    ResponseEntity<Opened> open(@Valid @RequestBody QueueOf body, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        Site now = setUps.site(body.siteId(), asked);
        LocalDate day = body.date() == null ? setUps.today(now) : body.date();
        String id = Ids.queue(body.siteId(), body.serviceId(), day);
        Site site = setUps.on(body.siteId(), day);
        Outcome<Void> outcome = door.send(new OpenQueue(id, body.siteId(), body.serviceId(), day, site), asked);
        return outcome.created("/api/queues/" + id, nothing -> new Opened(id));
    }

    @PostMapping("/{queueId}/call-next")
    ResponseEntity<Called> callNext(
            @PathVariable String queueId, @Valid @RequestBody Point body, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        Site site = setUps.of(queueId, asked);
        Set<String> elsewhere = new HashSet<>();
        while (true) {
            try {
                Outcome<Called> outcome =
                        door.send(new CallNext(queueId, body.servicePoint(), Set.copyOf(elsewhere), site), asked);
                return outcome.ok();
            } catch (Refused.AlreadyTaken taken) {
                // Called in another queue a moment ago, and not marked here yet: the next one is called.
                elsewhere.add(WithStaff.visitOf(taken));
            }
        }
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
            @RequestBody(required = false) Closing body,
            Actor actor,
            HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        boolean leave = body != null && body.waiting() == Waiting.LEAVE;
        return door.send(new CloseQueue(queueId, leave, setUps.of(queueId, asked)), asked)
                .accepted();
    }
}

package carequeue.command.queue;

import carequeue.api.Actor;
import carequeue.api.queue.QueueCommand.AssignProvider;
import carequeue.api.queue.QueueCommand.CompleteService;
import carequeue.api.queue.QueueCommand.EntryOutcome;
import carequeue.api.queue.QueueCommand.NeedPoint;
import carequeue.api.queue.QueueCommand.TransferEntry;
import carequeue.api.queue.QueueCommand.WaitForProvider;
import carequeue.api.site.Site;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import carequeue.command.queue.QueueDoor.Nothing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a patient goes on to, over HTTP: the next service, another queue, another provider. */
@RestController
@RequestMapping("/api/queues/{queueId}/entries/{entryId}")
class OnwardDoor {

    private final Door door;
    private final SetUps setUps;

    OnwardDoor(Door door, SetUps setUps) {
        this.door = door;
        this.setUps = setUps;
    }

    /** Who sees the patient instead (left out: whoever is free), and why. */
    record Instead(
            @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String providerId,
            @NotBlank @Size(max = 500) String reason) {}

    /** The kind of service point that the patient needs (left out: any), and why. */
    record Needed(
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String kind,
            @NotBlank @Size(max = 500) String reason) {}

    /** The service that the visit goes on with, if any. */
    record GoOn(String next) {}

    /** Where a patient is sent, and why. */
    record SendTo(
            @NotBlank String serviceId,
            String siteId,
            @NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/complete")
    ResponseEntity<EntryOutcome> complete(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @RequestBody(required = false) GoOn body,
            Actor actor,
            HttpServletRequest http) {
        String next = body == null ? null : body.next();
        Asked asked = Asked.of(actor, http);
        return door.<EntryOutcome>send(new CompleteService(queueId, entryId, next, setUps.of(queueId, asked)), asked)
                .ok();
    }

    @PostMapping("/transfer")
    ResponseEntity<EntryOutcome> transfer(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @Valid @RequestBody SendTo body,
            Actor actor,
            HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        Site there = setUps.sentTo(body.siteId(), queueId, asked);
        return door.<EntryOutcome>send(
                        new TransferEntry(queueId, entryId, body.serviceId(), body.siteId(), body.reason(), there),
                        asked.through(asked.channel(), body.reason()))
                .ok();
    }

    @PostMapping("/assign")
    ResponseEntity<EntryOutcome> assign(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @Valid @RequestBody Instead body,
            Actor actor,
            HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        Outcome<EntryOutcome> outcome = door.send(
                new AssignProvider(queueId, entryId, body.providerId(), body.reason(), setUps.of(queueId, asked)),
                asked.through(asked.channel(), body.reason()));
        return outcome.ok();
    }

    @PostMapping("/need")
    ResponseEntity<EntryOutcome> need(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @Valid @RequestBody Needed body,
            Actor actor,
            HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        return door.<EntryOutcome>send(
                        new NeedPoint(queueId, entryId, body.kind(), body.reason(), setUps.of(queueId, asked)),
                        asked.through(asked.channel(), body.reason()))
                .ok();
    }

    @PostMapping("/wait")
    ResponseEntity<EntryOutcome> await(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        Outcome<EntryOutcome> outcome = door.send(new WaitForProvider(queueId, entryId), Asked.of(actor, http));
        return outcome.ok();
    }
}

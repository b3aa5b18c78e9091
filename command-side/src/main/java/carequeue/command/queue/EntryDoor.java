package carequeue.command.queue;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.site.Site;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import carequeue.command.queue.QueueDoor.Nothing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to entries over HTTP; each answers the entry and its state. */
@RestController
@RequestMapping("/api/queues/{queueId}/entries/{entryId}")
class EntryDoor {

    private final Door door;
    private final SetUps setUps;

    EntryDoor(Door door, SetUps setUps) {
        this.door = door;
        this.setUps = setUps;
    }

    /** Where a chosen patient shall come, and why before others. */
    record CallTo(
            @NotBlank String servicePoint, @Size(max = 500) String reason) {}

    /** Why an entry is held. */
    record HoldFor(@NotNull HoldReason reason) {}

    /** How urgent a patient is, and why. */
    record Urgency(
            @NotNull @Min(1) @Max(5) Integer acuity,
            @NotBlank @Size(max = 500) String reason) {}

    /** Why a patient leaves. */
    record Why(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/call")
    ResponseEntity<EntryOutcome> call(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @Valid @RequestBody CallTo body,
            Actor actor,
            HttpServletRequest http) {
        Asked asked = because(body.reason(), actor, http);
        Site site = setUps.of(queueId, asked);
        return send(new CallEntry(queueId, entryId, body.servicePoint(), body.reason(), site), asked);
    }

    @PostMapping("/recall")
    ResponseEntity<EntryOutcome> recall(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new RecallEntry(queueId, entryId), Asked.of(actor, http));
    }

    @PostMapping("/start")
    ResponseEntity<EntryOutcome> start(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new StartService(queueId, entryId), Asked.of(actor, http));
    }

    @PostMapping("/hold")
    ResponseEntity<EntryOutcome> hold(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @Valid @RequestBody HoldFor body,
            Actor actor,
            HttpServletRequest http) {
        return send(
                new HoldEntry(queueId, entryId, body.reason()),
                because(body.reason().toString(), actor, http));
    }

    @PostMapping("/release")
    ResponseEntity<EntryOutcome> release(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new ReleaseEntry(queueId, entryId), Asked.of(actor, http));
    }

    @PostMapping("/no-show")
    ResponseEntity<EntryOutcome> noShow(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new MarkNoShow(queueId, entryId), Asked.of(actor, http));
    }

    @PostMapping("/bring-back")
    ResponseEntity<EntryOutcome> bringBack(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new BringBack(queueId, entryId), Asked.of(actor, http));
    }

    @PostMapping("/prioritize")
    ResponseEntity<EntryOutcome> prioritize(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @Valid @RequestBody Urgency body,
            Actor actor,
            HttpServletRequest http) {
        return send(
                new Prioritize(queueId, entryId, body.acuity(), body.reason()), because(body.reason(), actor, http));
    }

    @PostMapping("/leave")
    ResponseEntity<EntryOutcome> leave(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @Valid @RequestBody Why body,
            Actor actor,
            HttpServletRequest http) {
        return send(new Leave(queueId, entryId, body.reason()), because(body.reason(), actor, http));
    }

    @PostMapping("/undo")
    ResponseEntity<EntryOutcome> undo(
            @PathVariable String queueId,
            @PathVariable String entryId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new UndoStep(queueId, entryId), Asked.of(actor, http));
    }

    private ResponseEntity<EntryOutcome> send(QueueCommand order, Asked asked) {
        try {
            Outcome<EntryOutcome> outcome = door.send(order, asked);
            return outcome.ok();
        } catch (Refused.AlreadyTaken taken) {
            throw WithStaff.elsewhere(taken);
        }
    }

    private static Asked because(String reason, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        return asked.through(asked.channel(), reason);
    }
}

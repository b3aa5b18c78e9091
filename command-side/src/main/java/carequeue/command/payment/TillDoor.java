package carequeue.command.payment;

import carequeue.api.Actor;
import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.payment.TillCommand;
import carequeue.api.payment.TillCommand.*;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to tills over HTTP; each answers what should be in the drawer. */
@RestController
@RequestMapping("/api/sites/{siteId}/tills")
class TillDoor {

    private final Door door;
    private final Sites sites;
    private final Clock clock;

    TillDoor(Door door, Sites sites, Clock clock) {
        this.door = door;
        this.sites = sites;
        this.clock = clock;
    }

    /** The cash that is in the drawer at the beginning. */
    record Begin(@NotNull @Valid Money cash) {}

    /** What was counted, and why it differs where it does. */
    record Counted(
            @NotNull @Valid Money counted, @Size(max = 500) String reason) {}

    /** Which entry is taken back, and why. */
    record Reversal(
            @NotBlank @Size(max = 100) String entryId,
            @NotBlank @Size(max = 500) String reason) {}

    @PostMapping
    ResponseEntity<TillOutcome> open(
            @PathVariable String siteId, @Valid @RequestBody Begin body, Actor actor, HttpServletRequest http) {
        mustEnter(siteId, actor);
        Asking.isCurrency(body.cash());
        LocalDate day = sites.get(siteId).businessDay(clock.instant());
        String tillId = Ids.derived("till", siteId, actor.id(), day.toString());
        Outcome<TillOutcome> outcome =
                door.send(new OpenTill(tillId, siteId, day, actor.id(), body.cash()), Asked.of(actor, http));
        return outcome.created("/api/sites/" + siteId + "/tills/" + tillId, o -> o);
    }

    @PostMapping("/{tillId}/count")
    ResponseEntity<TillOutcome> count(
            @PathVariable String siteId,
            @PathVariable String tillId,
            @Valid @RequestBody Counted body,
            Actor actor,
            HttpServletRequest http) {
        return send(siteId, new CountTill(tillId, body.counted(), body.reason()), body.reason(), actor, http);
    }

    @PostMapping("/{tillId}/close")
    ResponseEntity<TillOutcome> close(
            @PathVariable String siteId,
            @PathVariable String tillId,
            @Valid @RequestBody Counted body,
            Actor actor,
            HttpServletRequest http) {
        return send(siteId, new CloseTill(tillId, body.counted(), body.reason()), body.reason(), actor, http);
    }

    @PostMapping("/{tillId}/reverse")
    ResponseEntity<TillOutcome> reverse(
            @PathVariable String siteId,
            @PathVariable String tillId,
            @Valid @RequestBody Reversal body,
            Actor actor,
            HttpServletRequest http) {
        return send(siteId, new ReverseEntry(tillId, body.entryId(), body.reason()), body.reason(), actor, http);
    }

    private ResponseEntity<TillOutcome> send(
            String siteId, TillCommand order, String reason, Actor actor, HttpServletRequest http) {
        mustEnter(siteId, actor);
        Asked asked = Asked.of(actor, http);
        Outcome<TillOutcome> outcome = door.send(order, asked.through(asked.channel(), reason));
        return outcome.ok();
    }

    private static void mustEnter(String siteId, Actor actor) {
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
    }
}

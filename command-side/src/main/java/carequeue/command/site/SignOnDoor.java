package carequeue.command.site;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.SiteCommand;
import carequeue.api.site.SiteCommand.ReportAvailable;
import carequeue.api.site.SiteCommand.ReportUnavailable;
import carequeue.api.site.SiteCommand.SignOff;
import carequeue.api.site.SiteCommand.SignOn;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Providers come to a point, leave it, or are not there at all, over HTTP. */
@RestController
@RequestMapping("/api/sites/{siteId}")
class SignOnDoor {

    private static final String PROVIDER = "[A-Za-z0-9._-]{1,64}";

    private final Door door;
    private final Sites sites;

    SignOnDoor(Door door, Sites sites) {
        this.door = door;
        this.sites = sites;
    }

    /** Who comes. */
    record Who(@NotBlank @Pattern(regexp = PROVIDER) String providerId) {}

    /** Who leaves; left out: whoever is there. */
    record WhoLeaves(@Pattern(regexp = PROVIDER) String providerId) {}

    /** How long a provider is away, and why. */
    record Away(
            Instant from,
            Instant until,
            @NotBlank @Size(max = 500) String reason) {}

    /** An order that needs no further words. */
    record Nothing() {}

    @PostMapping("/service-points/{pointId}/sign-on")
    ResponseEntity<Void> signOn(
            @PathVariable String siteId,
            @PathVariable String pointId,
            @Valid @RequestBody Who body,
            Actor actor,
            HttpServletRequest http) {
        return send(new SignOn(siteId, pointId, body.providerId()), Asked.of(actor, http));
    }

    @PostMapping("/service-points/{pointId}/sign-off")
    ResponseEntity<Void> signOff(
            @PathVariable String siteId,
            @PathVariable String pointId,
            @Valid @RequestBody(required = false) WhoLeaves body,
            Actor actor,
            HttpServletRequest http) {
        String provider = body == null ? null : body.providerId();
        return send(new SignOff(siteId, pointId, provider), Asked.of(actor, http));
    }

    @PostMapping("/providers/{providerId}/unavailable")
    ResponseEntity<Void> unavailable(
            @PathVariable String siteId,
            @PathVariable String providerId,
            @Valid @RequestBody Away body,
            Actor actor,
            HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        return send(
                new ReportUnavailable(siteId, providerId, body.from(), body.until(), body.reason()),
                asked.through(asked.channel(), body.reason()));
    }

    @PostMapping("/providers/{providerId}/available")
    ResponseEntity<Void> available(
            @PathVariable String siteId,
            @PathVariable String providerId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new ReportAvailable(siteId, providerId), Asked.of(actor, http));
    }

    private ResponseEntity<Void> send(SiteCommand order, Asked asked) {
        if (!asked.actor().mayEnter(order.siteId())) {
            throw new Refused.NotFound("site", order.siteId());
        }
        Outcome<Void> outcome = door.send(order, asked);
        sites.look();
        return outcome.accepted();
    }
}

package carequeue.command.journey;

import carequeue.api.Actor;
import carequeue.api.Channel;
import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Outcome;
import carequeue.command.journey.CheckIns.CheckedIn;
import carequeue.command.journey.CheckIns.Company;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** "I am here", over HTTP: booked, identified or walked in. */
@RestController
class CheckInDoor {

    private final Comings comings;
    private final CheckIns checkIns;
    private final Minors minors;
    private final Sites sites;

    CheckInDoor(Comings comings, CheckIns checkIns, Minors minors, Sites sites) {
        this.comings = comings;
        this.checkIns = checkIns;
        this.minors = minors;
        this.sites = sites;
    }

    @PostMapping("/api/check-ins")
    ResponseEntity<CheckedIn> checkIn(@Valid @RequestBody CheckInBody body, Actor actor, HttpServletRequest http) {
        Site site = site(sites, body.siteId(), actor);
        Asked asked = asked(body.channel(), body.reason(), site, actor, http);
        minors.mustNotBeTypedAlone(body, site, asked);
        Coming coming = comings.of(body, site, asked);
        minors.mustBeAccompanied(coming, body, site, asked);
        Outcome<CheckedIn> outcome = checkIns.begin(coming, body, new Company(null, body.guardianId()), site, asked);
        return outcome.value().fresh()
                ? outcome.created("/api/check-ins/" + outcome.value().visitId(), c -> c)
                : outcome.ok();
    }

    static Site site(Sites sites, String siteId, Actor actor) {
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        return sites.get(siteId);
    }

    static Asked asked(Channel claimed, String reason, Site site, Actor actor, HttpServletRequest http) {
        return Asked.of(actor, http)
                .through(channel(claimed, actor), reason)
                .under(site.policies().arrival(), site.policies().patience());
    }

    /** A device says what it is: a kiosk is one, whatever the body claims. */
    private static Channel channel(Channel claimed, Actor actor) {
        boolean device = actor.is("kiosk") && !actor.is("front-desk", "clinician", "manager");
        if (device) {
            return Channel.KIOSK;
        }
        return claimed == null ? Channel.DESK : claimed;
    }
}

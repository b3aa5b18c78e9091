package carequeue.query.appointments;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindWithoutProvider;
import carequeue.api.site.Sites;
import carequeue.query.live.Reads;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to the appointments that nobody is there for: somebody gives them another provider or another time. */
@RestController
@Reads(PlanProjection.VIEW)
class AbsenceDoor {

    private final DayPlan plan;
    private final Sites sites;
    private final Clock clock;

    AbsenceDoor(DayPlan plan, Sites sites, Clock clock) {
        this.plan = plan;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping("/api/worklist/appointments")
    Appointments withoutProvider(@RequestParam String siteId, Actor actor) {
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        Instant now = clock.instant();
        Instant today = sites.get(siteId).startOf(sites.get(siteId).businessDay(now));
        return plan.handle(new FindWithoutProvider(siteId, today));
    }
}

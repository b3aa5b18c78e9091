package carequeue.query.appointments;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointments;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.query.live.Reads;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to the day's plan. */
@RestController
@RequestMapping("/api/appointments")
@Reads(PlanProjection.VIEW)
class AppointmentDoor {

    private static final int AT_MOST = 200;

    private final DayPlan plan;
    private final Lines lines;
    private final Sites sites;
    private final Clock clock;

    AppointmentDoor(DayPlan plan, Lines lines, Sites sites, Clock clock) {
        this.plan = plan;
        this.lines = lines;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping
    Appointments appointments(
            @RequestParam String siteId,
            @RequestParam(required = false) LocalDate date,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) String cursor,
            Actor actor) {
        Site site = sites.get(siteId);
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        LocalDate day = date == null ? site.businessDay(clock.instant()) : date;
        Appointments page =
                plan.handle(new FindAppointments(siteId, day, cursor, Math.max(1, Math.min(limit, AT_MOST))));
        return new Appointments(lines.with(page.items()), page.nextCursor());
    }

    @GetMapping("/{appointmentId}")
    AppointmentView appointment(@PathVariable String appointmentId, Actor actor) {
        return lines.with(List.of(plan.get(appointmentId, actor))).get(0);
    }
}

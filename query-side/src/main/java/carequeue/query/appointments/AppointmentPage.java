package carequeue.query.appointments;

import carequeue.api.Actor;
import carequeue.api.appointment.AppointmentQuery.FindAppointments;
import carequeue.api.site.Site;
import carequeue.query.live.Reads;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The day's plan as a page. */
@Page
@RequestMapping("/appointments")
@Reads(PlanProjection.VIEW)
class AppointmentPage {

    private static final int PAGE = 50;

    private final DayPlan plan;
    private final Where where;

    AppointmentPage(DayPlan plan, Where where) {
        this.plan = plan;
        this.where = where;
    }

    @GetMapping
    String appointments(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) LocalDate date,
            @RequestParam(required = false) String cursor,
            Actor actor,
            Locale locale,
            Model model) {
        Site site = where.site(siteId, actor);
        LocalDate day = date == null ? where.today(site) : date;
        model.addAttribute("site", site);
        model.addAttribute("date", day);
        model.addAttribute("today", where.today(site));
        model.addAttribute("times", where.times(site, locale));
        model.addAttribute("plan", plan.handle(new FindAppointments(site.siteId(), day, cursor, PAGE)));
        return cursor == null ? "appointments" : "appointments :: rows";
    }
}

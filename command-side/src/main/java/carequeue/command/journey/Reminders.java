package carequeue.command.journey;

import carequeue.api.Facts;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointments;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.site.Site;
import carequeue.api.site.SiteCommand.BeginTask;
import carequeue.api.site.SiteEvent.TaskDue;
import carequeue.api.site.SiteTask;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Patients are told of their appointment on the day before it: one task for each site and day, in parts that are soon done. */
@Component
@ProcessingGroup("saga.tellings")
class Reminders {

    private static final String NAME = "reminders";
    private static final int AT_ONCE = 50;

    private final Orders orders;
    private final Deadlines deadlines;
    private final Sites sites;
    private final QueryGateway queries;

    Reminders(Orders orders, Deadlines deadlines, Sites sites, QueryGateway queries) {
        this.orders = orders;
        this.deadlines = deadlines;
        this.sites = sites;
        this.queries = queries;
    }

    @EventHandler
    void on(AppointmentBooked e) {
        arrange(e.siteId(), e.start(), e.at());
    }

    @EventHandler
    void on(AppointmentRescheduled e, @MetaDataValue(Facts.SITE) String siteId) {
        arrange(siteId, e.start(), e.at());
    }

    /** Who books on the evening before, or later, knows it without being told. */
    private void arrange(String siteId, Instant start, Instant now) {
        Site site = sites.get(siteId);
        LocalDate day = site.businessDay(start);
        Instant due = day.minusDays(1)
                .atTime(site.policies().notifications().remindAt())
                .atZone(site.timeZone())
                .toInstant();
        if (due.isAfter(now)) {
            SiteTasks.schedule(siteId, SiteTask.REMINDERS, day, due, deadlines);
        }
    }

    @EventHandler
    void on(TaskDue e, EventMessage<?> m) {
        if (e.task() != SiteTask.REMINDERS) {
            return;
        }
        Site site = sites.get(e.siteId());
        Errand errand = Errand.of(orders, NAME, null, m);
        Appointments part = queries.query(
                        new FindAppointments(e.siteId(), e.day(), e.from(), AT_ONCE), Appointments.class)
                .join();
        part.items().stream()
                .filter(a -> a.status() == AppointmentStatus.BOOKED)
                .map(a -> reminder(a, site))
                .forEach(told -> errand.send(told.at(site), told.reason()));
        if (part.nextCursor() != null) {
            errand.send(new BeginTask(e.siteId(), e.task(), e.day(), part.nextCursor()));
        }
    }

    /** An appointment that is moved afterwards is another reason. */
    private static Telling reminder(AppointmentView a, Site site) {
        ZonedDateTime start = a.start().atZone(site.timeZone()).truncatedTo(ChronoUnit.MINUTES);
        return new Telling(
                MessageTemplate.APPOINTMENT_TOMORROW,
                "reminder:" + a.appointmentId() + ":" + a.start(),
                a.patient().id(),
                null,
                a.appointmentId(),
                Map.of(
                        "site",
                        site.name(),
                        "date",
                        start.toLocalDate().toString(),
                        "time",
                        start.toLocalTime().toString()),
                a.start());
    }
}

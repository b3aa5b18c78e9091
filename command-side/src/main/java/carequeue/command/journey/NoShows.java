package carequeue.command.journey;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.MarkAppointmentNoShow;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.Site;
import carequeue.api.site.SiteEvent.TaskDue;
import carequeue.api.site.SiteTask;
import carequeue.api.site.Sites;
import carequeue.command.journey.Orders.Answer;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** An appointment for which nobody came is a no-show some time after its window, where the site's policy says so; never while a visit is open. */
@Component
@ProcessingGroup("saga.queue-days")
class NoShows {

    private static final String NAME = "no-shows";
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Orders orders;
    private final Deadlines deadlines;
    private final EventStore history;
    private final OpenVisits visits;
    private final MergedRecords records;
    private final Sites sites;

    NoShows(
            Orders orders,
            Deadlines deadlines,
            EventStore history,
            OpenVisits visits,
            MergedRecords records,
            Sites sites) {
        this.orders = orders;
        this.deadlines = deadlines;
        this.history = history;
        this.visits = visits;
        this.records = records;
        this.sites = sites;
    }

    /** What became known only when it was long over is not ours to judge: whether they came, the other system knows. */
    @EventHandler
    void on(AppointmentBooked e) {
        arrange(e.appointmentId(), new Appointed(e.siteId(), e.patientId(), e.start()), e.at(), false);
    }

    @EventHandler
    void on(AppointmentRescheduled e) {
        moved(e, e.at(), false);
    }

    @EventHandler
    void on(AppointmentCorrected e) {
        moved(e, e.at(), false);
    }

    /** They are awaited once more, for as long as anybody is. */
    @EventHandler
    void on(AppointmentBroughtBack e) {
        moved(e, e.at(), true);
    }

    @EventHandler
    void on(ArrivalWithdrawn e) {
        moved(e, e.at(), true);
    }

    @EventHandler
    void on(AppointmentArrived e) {
        Appointed.of(e.appointmentId(), history).ifPresent(a -> cancel(e.appointmentId(), a));
    }

    @EventHandler
    void on(TaskDue e, EventMessage<?> m) {
        if (e.task() == SiteTask.NO_SHOW) {
            Appointed.of(e.from(), history).ifPresent(a -> miss(e, a, m));
        }
    }

    private void miss(TaskDue e, Appointed a, EventMessage<?> m) {
        Site site = sites.get(a.siteId());
        ArrivalPolicy policy = site.policies().arrival();
        if (policy.missedAfter() == null) {
            return;
        }
        String open = visits.at(a.siteId(), records.current(a.patientId())).orElse(null);
        Answer answer = Errand.of(orders, NAME, null, m).send(new MarkAppointmentNoShow(e.from(), policy, open));
        if (answer.refused() instanceof Refused.AgainstRule rule && rule.rule().equals("visit-open")) {
            schedule(e.from(), a, site, e.at().plus(AGAIN));
        }
    }

    private void moved(AppointmentEvent e, Instant at, boolean awaited) {
        Appointed.of(e.appointmentId(), history).ifPresent(a -> {
            cancel(e.appointmentId(), a);
            arrange(e.appointmentId(), a, at, awaited);
        });
    }

    private void arrange(String id, Appointed a, Instant at, boolean awaited) {
        Site site = sites.get(a.siteId());
        ArrivalPolicy policy = site.policies().arrival();
        if (policy.missedAfter() == null) {
            return;
        }
        Instant missed = a.start().plus(policy.after()).plus(policy.missedAfter());
        if (missed.isAfter(at)) {
            schedule(id, a, site, missed);
        } else if (awaited) {
            schedule(id, a, site, at.plus(policy.missedAfter()));
        }
    }

    // The window is over only after its last instant.
    private void schedule(String id, Appointed a, Site site, Instant at) {
        SiteTasks.schedule(a.siteId(), SiteTask.NO_SHOW, site.businessDay(a.start()), id, at.plusMillis(1), deadlines);
    }

    private void cancel(String id, Appointed a) {
        SiteTasks.cancel(a.siteId(), SiteTask.NO_SHOW, sites.get(a.siteId()).businessDay(a.start()), id, deadlines);
    }
}

package carequeue.command.journey;

import carequeue.api.Ids;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.queue.QueueCommand.EnterInError;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitCancelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * A check-in taken back: no queue keeps a place by it, and the appointment is booked again. Nothing is waited for, so it ends with the event; an
 * entry that joins afterwards, since its order was on the way, is taken back by the process that would have placed it.
 */
@Component
@ProcessingGroup("saga.reversal")
class Reversals {

    private static final String NAME = "reversal";

    private final Orders orders;
    private final Sites sites;
    private final EventStore history;

    Reversals(Orders orders, Sites sites, EventStore history) {
        this.orders = orders;
        this.sites = sites;
        this.history = history;
    }

    @EventHandler
    void on(VisitCancelled e, EventMessage<?> m) {
        takenBack(e, m);
    }

    private void takenBack(TakenBack e, EventMessage<?> m) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        // A queue that was never opened has nobody to strike: it refuses as not found.
        queues(e.at()).forEach(queue -> errand.send(new EnterInError(queue, e.visitId(), e.reason()), queue));
        if (e.appointmentId() != null) {
            errand.send(new WithdrawArrival(e.appointmentId(), e.visitId(), e.reason()));
        }
    }

    /** Who was told of a place that is not theirs hears that it changed; what is not out yet is stopped by its own process. */
    @EventHandler
    void on(CheckInReversed e, EventMessage<?> m) {
        String placed = NotificationCommand.id(e.siteId(), "placed:" + e.visitId());
        boolean told = history.readEvents(placed)
                .asStream()
                .anyMatch(news -> news.getPayload() instanceof NotificationDispatched);
        takenBack(e, m);
        if (told) {
            Errand.of(orders, NAME, e.visitId(), m).send(correction(e, sites.get(e.siteId())));
        }
    }

    private static RequestNotification correction(CheckInReversed e, Site site) {
        String reason = "taken-back:" + e.visitId();
        return new RequestNotification(
                NotificationCommand.id(site.siteId(), reason),
                site.siteId(),
                e.patientId(),
                e.visitId(),
                null,
                reason,
                MessageTemplate.VISIT_CHANGED,
                Map.of("site", site.name()),
                null,
                site.policies().notifications());
    }

    // A visit may have been sent on to another site; it lasts a day, and its queues a night longer.
    private Set<String> queues(Instant at) {
        Set<String> queues = new TreeSet<>();
        for (Site site : sites.all()) {
            LocalDate today = site.businessDay(at);
            for (Site.Service service : site.services()) {
                queues.add(Ids.queue(site.siteId(), service.serviceId(), today));
                queues.add(Ids.queue(site.siteId(), service.serviceId(), today.minusDays(1)));
            }
        }
        return queues;
    }
}

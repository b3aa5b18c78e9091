package carequeue.command.journey;

import carequeue.api.Ids;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.queue.QueueCommand.EnterInError;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitEvent.TakenBack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
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

    Reversals(Orders orders, Sites sites) {
        this.orders = orders;
        this.sites = sites;
    }

    @EventHandler
    void on(TakenBack e, EventMessage<?> m) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        // A queue that was never opened has nobody to strike: it refuses as not found.
        queues(e.at()).forEach(queue -> errand.send(new EnterInError(queue, e.visitId(), e.reason()), queue));
        if (e.appointmentId() != null) {
            errand.send(new WithdrawArrival(e.appointmentId(), e.visitId(), e.reason()));
        }
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

package carequeue.adapter.pms;

import carequeue.adapter.known.KnownAppointments;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.Outbox;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.conflict.Said;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Hears how far appointments are and takes down what the practice management system is to be told; it never calls out. */
@Component
@WithPms
@ProcessingGroup("effect.pms")
@DisallowReplay
public class PmsEvents {

    private final Outbox outbox;
    private final KnownAppointments known;
    private final Standings standings;
    private final TellPms tell;
    private final BookInPms book;
    private final MoveInPms move;
    private final VisitsHeard visits;

    public PmsEvents(
            Outbox outbox,
            KnownAppointments known,
            Standings standings,
            TellPms tell,
            BookInPms book,
            MoveInPms move,
            VisitsHeard visits) {
        this.outbox = outbox;
        this.known = known;
        this.standings = standings;
        this.tell = tell;
        this.book = book;
        this.move = move;
        this.visits = visits;
    }

    @EventHandler
    void on(AppointmentEvent event, DomainEventMessage<?> message, TrackingToken token) {
        if (event instanceof AppointmentBooked e) {
            booked(e, message, token);
        } else if (event instanceof AppointmentRescheduled e) {
            known.moved(e.appointmentId(), e.serviceId(), null, e.start());
            standings.service(e.appointmentId(), e.serviceId());
            moved(e.appointmentId(), e.system(), message, token);
        } else if (event instanceof AppointmentCorrected e) {
            known.moved(e.appointmentId(), e.serviceId(), e.patientId(), e.start());
            standings.service(e.appointmentId(), e.serviceId());
            standings.patient(e.appointmentId(), e.patientId());
            moved(e.appointmentId(), e.system(), message, token);
        } else {
            Progression.of(event).ifPresent(now -> stands(event.appointmentId(), now, message, token));
        }
    }

    private void booked(AppointmentBooked e, DomainEventMessage<?> message, TrackingToken token) {
        standings.booked(e);
        var slot = new KnownAppointments.Slot(e.siteId(), e.serviceId(), e.patientId(), e.start());
        if (e.outsideId() == null) {
            known.keep(Said.US, e.appointmentId(), e.appointmentId(), slot, null);
            if (PmsWord.of(e.status() == null ? AppointmentStatus.BOOKED : e.status(), false)
                    .told()
                    .isPresent()) {
                plan(book, e.appointmentId(), message, token);
            }
        } else {
            known.keep(e.system(), e.outsideId(), e.appointmentId(), slot, null);
        }
    }

    private void moved(String id, String system, DomainEventMessage<?> message, TrackingToken token) {
        if (!PmsService.PMS.equals(system)) {
            plan(move, id, message, token);
        }
    }

    private void stands(String id, Progression now, DomainEventMessage<?> message, TrackingToken token) {
        standings.stands(id, now.status(), now.begun(), now.visitId());
        if (!PmsService.PMS.equals(now.system()) && now.told().isPresent()) {
            if (known.find(Said.US, id).isPresent()) {
                // Made there first, where it was not: as one that was on the waiting list until now.
                plan(book, id, message, token);
            }
            plan(tell, id, message, token);
        }
    }

    /** It says less than we know of one that is under way, as when it tells of it for the first time. */
    @EventHandler
    void on(OutsideSaid event, DomainEventMessage<?> message, TrackingToken token) {
        if (event.system().equals(PmsService.PMS)) {
            plan(tell, event.appointmentId(), message, token);
        }
    }

    private void plan(Effect effect, String appointmentId, DomainEventMessage<?> message, TrackingToken token) {
        outbox.plan(message, token.position().orElse(0), effect, "pms:" + appointmentId, null);
    }

    @EventHandler
    void on(carequeue.api.visit.VisitEvent event, DomainEventMessage<?> message, TrackingToken token) {
        visits.hear(event, message, token.position().orElse(0));
    }
}

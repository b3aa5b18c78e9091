package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.EventName;
import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.appointment.AppointmentCommand.BeginAppointment;
import carequeue.api.queue.EntryNote.ProviderMissing;
import carequeue.api.queue.QueueCommand.EnterInError;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import carequeue.command.journey.Orders.Answer;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** From the first place in a queue over every service to the end of the visit. */
@Saga
@ProcessingGroup("saga.visit-completion")
public class VisitCompletionSaga extends EndingCourse {

    private String patientId;
    private Integer acuity;

    @StartSaga
    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryJoined e, EventMessage<?> m, Orders orders) {
        boolean besides = !here.isEmpty();
        place = e;
        patientId = e.patientId();
        acuity = e.acuity() == null ? acuity : e.acuity();
        here.add(e.entryId());
        if (first.isEmpty()) {
            first.add(e.entryId());
        }
        associateWith("entryId", e.entryId());
        if (!besides) {
            Errand errand = errand(m, orders);
            Answer placed = errand.send(new PlaceVisit(e.visitId(), e.queueId(), e.entryId(), e.ticket()));
            if (!placed.done()) {
                // The visit ended while the place was on its way: nobody would come when called.
                errand.send(new EnterInError(
                        e.queueId(), e.visitId(), placed.refused().getMessage()));
                end();
            }
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(PatientIdentified e) {
        patientId = e.patientId();
    }

    @SagaEventHandler(associationProperty = "entryId")
    void on(EntryPrioritized e) {
        acuity = e.acuity();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(ServiceStarted e, EventMessage<?> m, Orders orders) {
        errand(m, orders).send(new BeginService(e.visitId()));
        served |= first.contains(e.entryId());
        if (appointmentId != null && first.contains(e.entryId())) {
            errand(m, orders).send(new BeginAppointment(appointmentId, e.visitId()));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(
            ServiceCompleted e,
            EventMessage<?> m,
            Orders orders,
            Sites sites,
            @MetaDataValue(Facts.SITE) String siteId,
            @MetaDataValue(Facts.BUSINESS_DAY) String day) {
        Errand errand = errand(m, orders);
        here.remove(e.entryId());
        if (e.next() != null) {
            Instant arrived = e.arrivedAt() == null ? e.at() : e.arrivedAt();
            JoinQueue next = further(sites.get(siteId), e.next(), LocalDate.parse(day), arrived, null, errand, "next");
            goesOn(e.entryId(), next);
            Answer placed = errand.send(next);
            if (placed.done()) {
                return;
            }
            errand.send(Places.notPlaced(placed, errand));
        }
        errand.send(here.isEmpty() ? new FinishVisit(e.visitId(), served) : new BackToWaiting(e.visitId()));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(
            EntryTransferred e,
            EventMessage<?> m,
            Orders orders,
            Sites sites,
            @MetaDataValue(Facts.SITE) String siteId,
            @MetaDataValue(Facts.BUSINESS_DAY) String day) {
        Errand errand = errand(m, orders);
        here.remove(e.entryId());
        LocalDate today = LocalDate.parse(day);
        Site to = sites.get(e.toSiteId());
        LocalDate there = e.toSiteId().equals(siteId) ? today : to.businessDay(e.at());
        JoinQueue other = further(to, e.toServiceId(), there, e.arrivedAt(), e.needs(), errand, "there");
        goesOn(e.entryId(), other);
        Answer placed = errand.send(other, "there");
        if (!placed.done()) {
            putBack(e, sites.get(siteId), today, placed, errand);
        }
    }

    /** Where the other queue would not take the patient, the old one does; nobody is lost on the way. */
    private void putBack(EntryTransferred e, Site own, LocalDate day, Answer refused, Errand errand) {
        String service = Ids.serviceOf(e.queueId());
        JoinQueue again = further(own, service, day, e.arrivedAt(), e.needs(), errand, "back");
        goesOn(e.entryId(), again);
        Answer back = errand.send(again, "back");
        errand.send(Places.notPlaced(refused, errand));
        if (!back.done() && here.isEmpty()) {
            errand.send(new EndUnseen(e.visitId(), back.refused().getMessage()));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryLeft e, EventMessage<?> m, Orders orders) {
        here.remove(e.entryId());
        if (here.isEmpty()) {
            errand(m, orders).send(new EndUnseen(e.visitId(), e.reason()));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryNoShow e) {
        here.remove(e.entryId());
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryBroughtBack e, EventMessage<?> m, Orders orders) {
        here.add(e.entryId());
        if (left) {
            reopen(e.queueId(), e.entryId(), errand(m, orders));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(StepUndone e, EventMessage<?> m, Orders orders) {
        Errand errand = errand(m, orders);
        acuity = e.back().acuity();
        served &= !(first.contains(e.entryId()) && e.undone().equals(name(ServiceStarted.class)));
        // No step that can be taken back leads to an end.
        here.add(e.entryId());
        if (e.undone().equals(name(ServiceStarted.class))) {
            errand.send(new BackToWaiting(e.visitId()));
        } else if (e.undone().equals(name(EntryLeft.class)) || left) {
            reopen(e.queueId(), e.entryId(), errand);
        }
    }

    /** Who waits for a provider who is away hears of it; what becomes of it the desk says. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(
            ProviderMissing e,
            EventMessage<?> m,
            Orders orders,
            Sites sites,
            @MetaDataValue(Facts.SITE) String siteId) {
        errand(m, orders)
                .send(ProviderNews.waiting(place, patientId, sites.get(siteId), m.getIdentifier()), e.entryId());
    }

    /** What the patient came for first goes on at another place. */
    private void goesOn(String from, JoinQueue to) {
        if (first.contains(from)) {
            first.add(to.entryId());
        }
    }

    private JoinQueue further(
            Site site, String serviceId, LocalDate day, Instant arrivedAt, String needs, Errand errand, String step) {
        String entryId = Ids.derived("entry", errand.visitId(), errand.eventId(), step);
        return Places.further(place, patientId, acuity, site, serviceId, day, arrivedAt, needs, entryId);
    }

    private static String name(Class<?> event) {
        return event.getAnnotation(EventName.class).value();
    }
}

package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.ARRIVED;
import static carequeue.api.appointment.AppointmentStatus.BOOKED;
import static carequeue.api.appointment.AppointmentStatus.CANCELLED;
import static carequeue.api.appointment.AppointmentStatus.CHECKED_IN;
import static carequeue.api.appointment.AppointmentStatus.ENTERED_IN_ERROR;
import static carequeue.api.appointment.AppointmentStatus.FULFILLED;
import static carequeue.api.appointment.AppointmentStatus.NOSHOW;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentCommand.AssessArrival;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.Site;
import carequeue.command.Moment;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What an appointment remembers of its own course, and how its events change it. */
abstract class AppointmentMemory extends AppointmentHearing {

    @AggregateIdentifier
    private String appointmentId;

    private Slot slot;
    private AppointmentStatus status;
    private String visitId;
    private boolean begun;
    private Instant hereSince;

    @CommandHandlerInterceptor
    void onlyOfTheirSites(AppointmentCommand c, MetaData said) {
        // Whoever stands at the wrong site is told so; nothing else of another site's appointment is.
        boolean asksAtOwnSite =
                c instanceof AssessArrival asked && Moment.mayEnter(said, String.valueOf(asked.siteId()));
        if (slot != null && !asksAtOwnSite && !Moment.mayEnter(said, slot.siteId())) {
            throw new Refused.NotFound("appointment", c.appointmentId());
        }
    }

    String appointmentId() {
        return appointmentId;
    }

    Slot slot() {
        return slot;
    }

    AppointmentStatus status() {
        return status;
    }

    /** The visit for which the patient came, or null. */
    String visitId() {
        return visitId;
    }

    boolean begun() {
        return begun;
    }

    /** Whether the patient came for it by this visit. */
    boolean isFor(String visit) {
        return visit.equals(visitId);
    }

    boolean is(AppointmentStatus... anyOf) {
        for (AppointmentStatus one : anyOf) {
            if (status == one) {
                return true;
            }
        }
        return false;
    }

    /** Whether our own history leads: from the arrival on. */
    boolean leads() {
        return is(ARRIVED, CHECKED_IN, FULFILLED);
    }

    /** When our own history said last how far the patient is. */
    Instant hereSince() {
        return hereSince;
    }

    /** Something happened to the appointment, on a visit or (null) before one. */
    static void happens(Object event, Site site, String visitId, Moment now) {
        if (!Moment.mayEnter(now.said(), site.siteId())) {
            throw new Refused.NotFound("site", site.siteId());
        }
        apply(event, MetaData.from(now.facts(site.siteId(), site.businessDay(now.at()), visitId)));
    }

    @EventSourcingHandler
    void on(AppointmentBooked e) {
        appointmentId = e.appointmentId();
        slot = new Slot(e.siteId(), e.serviceId(), e.providerId(), e.patientId(), e.start(), e.end());
        status = e.status();
        said(e.system(), e.outsideId(), e.version(), e.status());
        source(e.system(), e.at(), AppointmentField.values());
    }

    @EventSourcingHandler
    void on(AppointmentConfirmed e) {
        if (status != BOOKED) {
            source(null, e.at(), AppointmentField.STATUS);
        }
        status = BOOKED;
    }

    @EventSourcingHandler
    void on(AppointmentPlanned e) {
        status = e.status();
        said(e.system(), null, e.version(), e.status());
        source(e.system(), e.at(), AppointmentField.STATUS);
    }

    @EventSourcingHandler
    void on(AppointmentRescheduled e) {
        Slot to = slot.moved(e.serviceId(), e.providerId(), e.start(), e.end());
        said(e.system(), null, e.version(), null);
        changed(to, e.system(), e.at());
    }

    @EventSourcingHandler
    void on(AppointmentCorrected e) {
        Slot to = new Slot(slot.siteId(), e.serviceId(), e.providerId(), e.patientId(), e.start(), e.end());
        changed(to, e.system(), e.at());
    }

    private void changed(Slot to, String system, Instant at) {
        for (AppointmentField field : AppointmentField.values()) {
            if (!Objects.equals(field.in(slot), field.in(to))) {
                source(system, at, field);
            }
        }
        slot = to;
    }

    @EventSourcingHandler
    void on(AppointmentArrived e) {
        here(ARRIVED, e.at());
        visitId = e.visitId();
        begun = false;
    }

    @EventSourcingHandler
    void on(AppointmentCheckedIn e) {
        here(CHECKED_IN, e.at());
    }

    private void here(AppointmentStatus step, Instant at) {
        status = step;
        hereSince = at;
    }

    @EventSourcingHandler
    void on(AppointmentBegun e) {
        begun = true;
    }

    @EventSourcingHandler
    void on(AppointmentFulfilled e) {
        here(FULFILLED, e.at());
    }

    @EventSourcingHandler
    void on(ArrivalWithdrawn e) {
        status = BOOKED;
        visitId = null;
        begun = false;
    }

    @EventSourcingHandler
    void on(AppointmentCancelled e) {
        ended(CANCELLED, e.system(), e.version(), e.at());
    }

    @EventSourcingHandler
    void on(AppointmentNoShow e) {
        ended(NOSHOW, e.system(), e.version(), e.at());
    }

    @EventSourcingHandler
    void on(AppointmentEnteredInError e) {
        ended(ENTERED_IN_ERROR, e.system(), e.version(), e.at());
    }

    @EventSourcingHandler
    void on(AppointmentBroughtBack e) {
        ended(BOOKED, e.system(), e.version(), e.at());
    }

    private void ended(AppointmentStatus now, String system, String version, Instant at) {
        status = now;
        said(system, null, version, now);
        source(system, at, AppointmentField.STATUS);
    }
}

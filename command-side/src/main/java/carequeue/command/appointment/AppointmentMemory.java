package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.ARRIVED;
import static carequeue.api.appointment.AppointmentStatus.BOOKED;
import static carequeue.api.appointment.AppointmentStatus.CANCELLED;
import static carequeue.api.appointment.AppointmentStatus.CHECKED_IN;
import static carequeue.api.appointment.AppointmentStatus.FULFILLED;
import static carequeue.api.appointment.AppointmentStatus.NOSHOW;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.Site;
import carequeue.command.Moment;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What an appointment remembers, and how its events change it. */
abstract class AppointmentMemory {

    @AggregateIdentifier
    private String appointmentId;

    private Slot slot;
    private AppointmentStatus status;
    private String visitId;
    /** The last version that each outside system is known to have, whoever wrote it. */
    private final Map<String, String> versions = new TreeMap<>();

    @CommandHandlerInterceptor
    void onlyOfTheirSites(AppointmentCommand c, MetaData said) {
        if (slot != null && !Moment.mayEnter(said, slot.siteId())) {
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

    String versionOf(String system) {
        return versions.get(system);
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

    /** Something happened to the appointment, on a visit or (null) before one. */
    static void happens(AppointmentEvent event, Site site, String visitId, Moment now) {
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
        said(e.system(), e.version());
    }

    @EventSourcingHandler
    void on(AppointmentConfirmed e) {
        status = BOOKED;
    }

    @EventSourcingHandler
    void on(AppointmentRescheduled e) {
        slot = slot.moved(e.serviceId(), e.providerId(), e.start(), e.end());
        said(e.system(), e.version());
    }

    @EventSourcingHandler
    void on(AppointmentArrived e) {
        status = ARRIVED;
        visitId = e.visitId();
    }

    @EventSourcingHandler
    void on(AppointmentCheckedIn e) {
        status = CHECKED_IN;
    }

    @EventSourcingHandler
    void on(AppointmentFulfilled e) {
        status = FULFILLED;
    }

    @EventSourcingHandler
    void on(ArrivalWithdrawn e) {
        status = BOOKED;
        visitId = null;
    }

    @EventSourcingHandler
    void on(AppointmentCancelled e) {
        status = CANCELLED;
        said(e.system(), e.version());
    }

    @EventSourcingHandler
    void on(AppointmentNoShow e) {
        status = NOSHOW;
        said(e.system(), e.version());
    }

    @EventSourcingHandler
    void on(AppointmentBroughtBack e) {
        status = BOOKED;
        said(e.system(), e.version());
    }

    @EventSourcingHandler
    void on(AppointmentWritten e) {
        said(e.system(), e.version());
    }

    @EventSourcingHandler
    void on(OutsideChangeNoted e) {
        said(e.system(), e.version());
    }

    private void said(String system, String version) {
        if (system != null && version != null) {
            versions.put(system, version);
        }
    }
}

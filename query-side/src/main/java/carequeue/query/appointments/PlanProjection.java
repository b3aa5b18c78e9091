package carequeue.query.appointments;

import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentCheckedIn;
import carequeue.api.appointment.AppointmentEvent.AppointmentConfirmed;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentEvent.AppointmentWritten;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes the day's plan. */
@Component
@ProcessingGroup(PlanProjection.VIEW)
class PlanProjection {

    static final String VIEW = "view.appointments";

    private final PlanRows rows;
    private final Sites sites;

    PlanProjection(PlanRows rows, Sites sites) {
        this.rows = rows;
        this.sites = sites;
    }

    @EventHandler
    void on(AppointmentEvent event, TrackingToken token) {
        long position = token.position().orElseThrow();
        if (event instanceof AppointmentBooked e) {
            rows.book(e, day(e.siteId(), e.start()), position);
        } else if (event instanceof AppointmentRescheduled e) {
            rows.move(e, day(rows.site(e.appointmentId()), e.start()), position);
        } else if (event instanceof AppointmentWritten e) {
            rows.outsideId(e.appointmentId(), e.system(), e.outsideId(), position);
        } else {
            Standing now = standing(event);
            if (now != null) {
                rows.status(event.appointmentId(), now.status(), now.visitId(), position);
            }
        }
    }

    @EventHandler
    void on(PatientRegistered event, TrackingToken token) {
        rows.patient(event.patientId(), event.demographics(), token.position().orElseThrow());
    }

    @EventHandler
    void on(PatientRecorded event, TrackingToken token) {
        rows.patient(event.patientId(), event.demographics(), token.position().orElseThrow());
    }

    private record Standing(AppointmentStatus status, String visitId) {}

    private static Standing standing(AppointmentEvent event) {
        if (event instanceof AppointmentArrived e) {
            return new Standing(AppointmentStatus.ARRIVED, e.visitId());
        } else if (event instanceof AppointmentCheckedIn e) {
            return new Standing(AppointmentStatus.CHECKED_IN, e.visitId());
        } else if (event instanceof AppointmentFulfilled e) {
            return new Standing(AppointmentStatus.FULFILLED, e.visitId());
        } else if (event instanceof AppointmentCancelled) {
            return new Standing(AppointmentStatus.CANCELLED, null);
        } else if (event instanceof AppointmentNoShow) {
            return new Standing(AppointmentStatus.NOSHOW, null);
        }
        boolean bookedAgain = event instanceof ArrivalWithdrawn
                || event instanceof AppointmentBroughtBack
                || event instanceof AppointmentConfirmed;
        return bookedAgain ? new Standing(AppointmentStatus.BOOKED, null) : null;
    }

    private LocalDate day(String siteId, Instant start) {
        return sites.find(siteId == null ? "" : siteId)
                .map(site -> site.businessDay(start))
                .orElseGet(() -> start.atZone(ZoneOffset.UTC).toLocalDate());
    }
}

package carequeue.query.appointments;

import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentCheckedIn;
import carequeue.api.appointment.AppointmentEvent.AppointmentConfirmed;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentEvent.AppointmentPlanned;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentEvent.AppointmentWritten;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The fold of an appointment on the plan. */
final class PlanFold {

    private PlanFold() {}

    /** The appointment after an event; {@code before} is null where it has not been booked. */
    static Planned on(Planned before, AppointmentEvent event, Sites sites) {
        if (event instanceof AppointmentBooked e) {
            return before == null ? booked(e, sites) : before;
        } else if (before == null) {
            return null;
        } else if (event instanceof AppointmentRescheduled e) {
            return before.moved(
                    day(sites, before.siteId(), e.start()),
                    e.serviceId(),
                    e.providerId(),
                    kept(e.start()),
                    kept(e.end()));
        } else if (event instanceof AppointmentCorrected e) {
            return before.corrected(
                    day(sites, before.siteId(), e.start()),
                    e.patientId(),
                    e.serviceId(),
                    e.providerId(),
                    kept(e.start()),
                    kept(e.end()),
                    e.kind());
        } else if (event instanceof AppointmentWritten e) {
            return before.known(in("ehr", e.system(), e.outsideId()), in("pms", e.system(), e.outsideId()));
        }
        return standing(before, event);
    }

    /** The appointment, known to a system under its own identifier. */
    static Planned said(Planned before, OutsideSaid e) {
        return before.known(in("ehr", e.system(), e.outsideId()), in("pms", e.system(), e.outsideId()));
    }

    private static Planned booked(AppointmentBooked e, Sites sites) {
        return new Planned(
                e.siteId(),
                day(sites, e.siteId(), e.start()),
                e.serviceId(),
                e.providerId(),
                e.patientId(),
                e.status() == null ? AppointmentStatus.BOOKED : e.status(),
                kept(e.start()),
                kept(e.end()),
                e.kind(),
                in("ehr", e.system(), e.outsideId()),
                in("pms", e.system(), e.outsideId()),
                null);
    }

    private static Planned standing(Planned before, AppointmentEvent event) {
        if (event instanceof AppointmentArrived e) {
            return before.standing(AppointmentStatus.ARRIVED, e.visitId());
        } else if (event instanceof AppointmentCheckedIn e) {
            return before.standing(AppointmentStatus.CHECKED_IN, e.visitId());
        } else if (event instanceof AppointmentFulfilled e) {
            return before.standing(AppointmentStatus.FULFILLED, e.visitId());
        } else if (event instanceof AppointmentCancelled) {
            return before.standing(AppointmentStatus.CANCELLED, null);
        } else if (event instanceof AppointmentNoShow) {
            return before.standing(AppointmentStatus.NOSHOW, null);
        } else if (event instanceof AppointmentEnteredInError) {
            return before.standing(AppointmentStatus.ENTERED_IN_ERROR, null);
        } else if (event instanceof AppointmentPlanned e) {
            return before.standing(e.status(), null);
        }
        boolean bookedAgain = event instanceof ArrivalWithdrawn
                || event instanceof AppointmentBroughtBack
                || event instanceof AppointmentConfirmed;
        return bookedAgain ? before.standing(AppointmentStatus.BOOKED, null) : before;
    }

    private static String in(String system, String said, String outsideId) {
        return system.equals(said) ? outsideId : null;
    }

    // As the database keeps it.
    private static Instant kept(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate day(Sites sites, String siteId, Instant start) {
        return sites.find(siteId == null ? "" : siteId)
                .map(site -> site.businessDay(start))
                .orElseGet(() -> start.atZone(ZoneOffset.UTC).toLocalDate());
    }
}

package carequeue.command.appointment;

import carequeue.api.appointment.AppointmentCommand.BookAppointment;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentNews.OlderNewsIgnored;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.appointment.AppointmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an outside system says of an appointment, and what of it is news. */
record OutsideNews(RecordAppointment said, Instant at) {

    /** What happens because of it: nothing when it is our own, or as we have it; what is old is noted once. */
    List<Object> eventsFor(AppointmentMemory known) {
        if (known.slot() == null) {
            return first();
        }
        Heard before = known.heard(said.system());
        return switch (before.of(said.version(), said.saidAt())) {
            case SAME -> List.of();
            case OLDER -> older(known);
            case NEWER -> newer(known, before);
        };
    }

    private List<Object> first() {
        List<Object> events = new ArrayList<>(List.of(booked()));
        if (said.saidAt() != null) {
            events.add(outsideSaid());
        }
        return events;
    }

    private List<Object> older(AppointmentMemory known) {
        if (known.isIgnored(said.system(), said.version())) {
            return List.of();
        }
        return List.of(new OlderNewsIgnored(
                said.appointmentId(), said.system(), said.version(), known.versionOf(said.system()), at));
    }

    private List<Object> newer(AppointmentMemory known, Heard before) {
        Differences differences = new Differences(said, slot(), known, at);
        List<Object> events = new ArrayList<>(known.leads() ? differences.noted() : differences.judged());
        boolean saidAgain =
                Objects.equals(before, before.then(said.outsideId(), said.version(), said.status(), said.saidAt()));
        if (!saidAgain) {
            events.add(outsideSaid());
        }
        return events;
    }

    private OutsideSaid outsideSaid() {
        return new OutsideSaid(
                said.appointmentId(),
                said.system(),
                said.outsideId(),
                said.version(),
                said.status(),
                said.saidAt(),
                at);
    }

    private Slot slot() {
        return new Slot(said.siteId(), said.serviceId(), said.providerId(), said.patientId(), said.start(), said.end());
    }

    private AppointmentBooked booked() {
        slot();
        return new AppointmentBooked(
                said.appointmentId(),
                said.siteId(),
                said.serviceId(),
                said.providerId(),
                said.patientId(),
                said.start(),
                said.end(),
                said.kind(),
                said.status(),
                said.system(),
                said.outsideId(),
                said.version(),
                at);
    }

    static AppointmentBooked booked(BookAppointment c, Instant at) {
        return new AppointmentBooked(
                c.appointmentId(),
                c.siteId(),
                c.serviceId(),
                c.providerId(),
                c.patientId(),
                c.start(),
                c.end(),
                c.kind(),
                c.status() == null ? AppointmentStatus.BOOKED : c.status(),
                null,
                null,
                null,
                at);
    }

    static AppointmentRescheduled moved(String id, Slot to, String reason, String system, String version, Instant at) {
        return new AppointmentRescheduled(
                id, to.serviceId(), to.providerId(), to.start(), to.end(), reason, system, version, at);
    }
}

package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.ARRIVED;
import static carequeue.api.appointment.AppointmentStatus.BOOKED;
import static carequeue.api.appointment.AppointmentStatus.CANCELLED;
import static carequeue.api.appointment.AppointmentStatus.CHECKED_IN;
import static carequeue.api.appointment.AppointmentStatus.ENTERED_IN_ERROR;
import static carequeue.api.appointment.AppointmentStatus.FULFILLED;
import static carequeue.api.appointment.AppointmentStatus.NOSHOW;

import carequeue.api.appointment.AppointmentCommand.BookAppointment;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an outside system says of an appointment, and what of it is news. */
record OutsideNews(RecordAppointment said, Instant at) {

    /** What happens because of it: nothing when it is old, our own, or as we have it. */
    List<AppointmentEvent> eventsFor(AppointmentMemory known) {
        if (known.slot() == null) {
            return List.of(booked());
        }
        if (!isNewer(known.versionOf(said.system()))) {
            return List.of();
        }
        // From arrival to the end our own history leads for place and state.
        boolean ours = known.is(ARRIVED, CHECKED_IN, FULFILLED);
        return ours ? noted(overruled(known)) : taken(known);
    }

    private List<AppointmentEvent> taken(AppointmentMemory known) {
        if (!said.patientId().equals(known.slot().patientId())) {
            return noted(Optional.of("patient"));
        }
        List<AppointmentEvent> events = new ArrayList<>();
        Slot slot = slot();
        if (!slot.sameAs(known.slot())) {
            events.add(moved(said.appointmentId(), slot, null, said.system(), said.version(), at));
        }
        statusChange(known).ifPresent(events::add);
        return events;
    }

    private Optional<AppointmentEvent> statusChange(AppointmentMemory known) {
        String id = said.appointmentId();
        if (known.is(said.status())) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (said.status()) {
                    case CANCELLED -> new AppointmentCancelled(id, null, said.system(), said.version(), at);
                    case ENTERED_IN_ERROR ->
                        known.is(CANCELLED)
                                ? null
                                : new AppointmentCancelled(id, "entered in error", said.system(), said.version(), at);
                    case NOSHOW -> new AppointmentNoShow(id, said.system(), said.version(), at);
                    case BOOKED ->
                        known.is(CANCELLED, NOSHOW, ENTERED_IN_ERROR)
                                ? new AppointmentBroughtBack(id, said.system(), said.version(), at)
                                : new AppointmentConfirmed(id, at);
                    case ARRIVED, CHECKED_IN, FULFILLED ->
                        said.version() == null ? null : note(said.status().toString());
                    // A plan that is less certain than ours does not take ours back.
                    case PROPOSED, PENDING, WAITLIST -> null;
                });
    }

    private Optional<String> overruled(AppointmentMemory known) {
        boolean ended = said.status() == CANCELLED || said.status() == NOSHOW || said.status() == ENTERED_IN_ERROR;
        boolean fulfilledEarly = said.status() == FULFILLED && !known.is(FULFILLED);
        if (ended || fulfilledEarly) {
            return Optional.of(said.status().toString());
        }
        return slot().sameAs(known.slot()) ? Optional.empty() : Optional.of("moved");
    }

    private List<AppointmentEvent> noted(Optional<String> what) {
        // Without a version it would be noted at every reading.
        return what.filter(w -> said.version() != null)
                .map(w -> List.of(note(w)))
                .orElse(List.of());
    }

    private AppointmentEvent note(String what) {
        return new OutsideChangeNoted(said.appointmentId(), said.system(), said.version(), what, at);
    }

    /** Versions that are not numbers say nothing about which came first: only an equal one is old. */
    private boolean isNewer(String known) {
        String version = said.version();
        if (known == null || version == null) {
            return true;
        }
        boolean numbers = known.matches("\\d{1,18}") && version.matches("\\d{1,18}");
        return numbers ? Long.parseLong(version) > Long.parseLong(known) : !version.equals(known);
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
                BOOKED,
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

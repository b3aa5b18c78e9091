package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.BOOKED;
import static carequeue.api.appointment.AppointmentStatus.CANCELLED;
import static carequeue.api.appointment.AppointmentStatus.ENTERED_IN_ERROR;
import static carequeue.api.appointment.AppointmentStatus.NOSHOW;
import static carequeue.api.appointment.AppointmentStatus.PENDING;
import static carequeue.api.appointment.AppointmentStatus.PROPOSED;
import static carequeue.api.appointment.AppointmentStatus.WAITLIST;

import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.*;
import java.time.Instant;
import java.util.Optional;

/** What an outside system's status makes of an appointment that nobody has arrived for. */
final class StatusNews {

    private StatusNews() {}

    static Optional<AppointmentEvent> of(RecordAppointment said, AppointmentMemory known, Instant at) {
        if (known.is(said.status())) {
            return Optional.empty();
        }
        String id = said.appointmentId();
        String system = said.system();
        String version = said.version();
        return Optional.ofNullable(
                switch (said.status()) {
                    case CANCELLED -> new AppointmentCancelled(id, null, system, version, at);
                    case ENTERED_IN_ERROR -> new AppointmentEnteredInError(id, null, system, version, at);
                    case NOSHOW -> new AppointmentNoShow(id, system, version, at);
                    case BOOKED ->
                        known.is(CANCELLED, NOSHOW, ENTERED_IN_ERROR)
                                ? new AppointmentBroughtBack(id, system, version, at)
                                : new AppointmentPlanned(id, BOOKED, system, version, at);
                    // Somebody was seen there whom we have not seen: it is noted, and the desk checks them in.
                    case ARRIVED, CHECKED_IN, FULFILLED ->
                        version == null
                                ? null
                                : new OutsideChangeNoted(
                                        id, system, version, said.status().toString(), at);
                    // A plan that is less certain than ours does not take ours back.
                    case PROPOSED, PENDING, WAITLIST ->
                        known.is(PROPOSED, PENDING, WAITLIST)
                                ? new AppointmentPlanned(id, said.status(), system, version, at)
                                : null;
                });
    }

    /** Whether the status changes, and is not only noted. */
    static boolean changes(AppointmentEvent event) {
        return !(event instanceof OutsideChangeNoted);
    }
}

package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.CANCELLED;
import static carequeue.api.appointment.AppointmentStatus.ENTERED_IN_ERROR;
import static carequeue.api.appointment.AppointmentStatus.NOSHOW;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.SettleAppointment;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person's decision for an outside system's value makes of an appointment; nothing where it is so already. */
final class Settled {

    private Settled() {}

    static Optional<AppointmentEvent> status(SettleAppointment c, AppointmentMemory known, Instant at) {
        AppointmentStatus to = Stream.of(AppointmentStatus.values())
                .filter(s -> s.toString().equals(c.value()))
                .findFirst()
                .orElseThrow(() -> new Refused.BadField("/value", "is no status of an appointment"));
        if (known.is(to)) {
            return Optional.empty();
        }
        String id = c.appointmentId();
        return Optional.of(
                switch (to) {
                    case CANCELLED -> new AppointmentCancelled(id, null, c.system(), null, at);
                    case NOSHOW -> new AppointmentNoShow(id, c.system(), null, at);
                    case ENTERED_IN_ERROR -> new AppointmentEnteredInError(id, null, c.system(), null, at);
                    case BOOKED ->
                        known.is(CANCELLED, NOSHOW, ENTERED_IN_ERROR)
                                ? new AppointmentBroughtBack(id, c.system(), null, at)
                                : new AppointmentPlanned(id, to, c.system(), null, at);
                    case PROPOSED, PENDING, WAITLIST -> new AppointmentPlanned(id, to, c.system(), null, at);
                    // Whether somebody is here, only a check-in says.
                    case ARRIVED, CHECKED_IN, FULFILLED -> throw Slot.wrong(known.status(), to + " by another system");
                });
    }

    /** The slot with the value, where it is another one. */
    static Optional<Slot> slot(AppointmentField field, SettleAppointment c, AppointmentMemory known) {
        Slot before = known.slot();
        return Optional.of(with(field, c.value(), before)).filter(to -> !to.equals(before));
    }

    private static Slot with(AppointmentField field, String value, Slot s) {
        return switch (field) {
            case TIME -> {
                String[] times = String.valueOf(value).split("/");
                try {
                    yield s.moved(s.serviceId(), s.providerId(), Instant.parse(times[0]), Instant.parse(times[1]));
                } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
                    throw new Refused.BadField("/value", "is start and end, as start/end");
                }
            }
            case PROVIDER -> s.moved(s.serviceId(), value, s.start(), s.end());
            case SERVICE -> s.moved(value, s.providerId(), s.start(), s.end());
            case PATIENT -> new Slot(s.siteId(), s.serviceId(), s.providerId(), value, s.start(), s.end());
            case STATUS -> s;
        };
    }
}

package carequeue.command.journey;

import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import java.time.Instant;
import java.util.Optional;

/** Who is to come when, as an appointment's history says it. */
record Planned(String appointmentId, String patientId, Instant start) {

    Planned at(Instant other) {
        return new Planned(appointmentId, patientId, other);
    }

    /** What stands after one more event. */
    static Optional<Planned> after(Optional<Planned> before, Object event) {
        if (event instanceof AppointmentBooked e) {
            return Optional.of(new Planned(e.appointmentId(), e.patientId(), e.start()));
        } else if (event instanceof AppointmentCorrected e) {
            return Optional.of(new Planned(e.appointmentId(), e.patientId(), e.start()));
        } else if (event instanceof AppointmentRescheduled e) {
            return before.map(plan -> plan.at(e.start()));
        }
        return before;
    }
}

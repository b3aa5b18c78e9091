package carequeue.command.journey;

import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Where, for whom and when an appointment is, as history has it: as it was booked, moved or put right last. */
record Appointed(String siteId, String patientId, Instant start) {

    static Optional<Appointed> of(String appointmentId, EventStore history) {
        return Optional.ofNullable(history.readEvents(appointmentId)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .reduce((Appointed) null, Appointed::after, (a, b) -> b));
    }

    private static Appointed after(Appointed before, Object event) {
        if (event instanceof AppointmentBooked e) {
            return new Appointed(e.siteId(), e.patientId(), e.start());
        } else if (before != null && event instanceof AppointmentRescheduled e) {
            return new Appointed(before.siteId, before.patientId, e.start());
        } else if (before != null && event instanceof AppointmentCorrected e) {
            return new Appointed(before.siteId, e.patientId(), e.start());
        }
        return before;
    }
}

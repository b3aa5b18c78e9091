package carequeue.app.benchmark;

import carequeue.api.appointment.AppointmentCommand.BookAppointment;
import carequeue.api.appointment.AppointmentCommand.RescheduleAppointment;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Orders to appointments. */
record Bookings(Clinic clinic) {

    private static final Instant START = Instant.parse("2030-06-03T14:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(20);

    String book() {
        BookAppointment order = order();
        clinic.send(order);
        return order.appointmentId();
    }

    void bookRepeatable() {
        clinic.sendRepeatable(order());
    }

    /** Moves it to another hour each time. */
    void reschedule(String appointmentId, int time) {
        Instant start = START.plus(Duration.ofHours(time));
        clinic.send(new RescheduleAppointment(appointmentId, start, start.plus(LONG), null));
    }

    private static BookAppointment order() {
        return new BookAppointment(
                UUID.randomUUID().toString(),
                "main",
                "primary-care",
                null,
                "2f1c8a52-7c3e-4d1b-9a55-0d8f6f6d7a11",
                START,
                START.plus(LONG),
                "follow-up");
    }
}

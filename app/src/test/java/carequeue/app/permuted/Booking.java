package carequeue.app.permuted;

import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;

/** An appointment that is due, and what the EHR says of it. */
record Booking(String appointment, String patient, String site, Instant start, Counter counter) {

    private Instant end() {
        return start.plus(Duration.ofMinutes(30));
    }

    /** The EHR has it, and every word of the EHR comes twice. */
    void book() {
        isSaid(AppointmentStatus.BOOKED, "1");
    }

    void isCancelledOutside() {
        isSaid(AppointmentStatus.CANCELLED, "2");
    }

    private void isSaid(AppointmentStatus status, String version) {
        for (int times = 0; times < 2; times++) {
            counter.order(new RecordAppointment(
                    appointment,
                    site,
                    "lab",
                    null,
                    patient,
                    start,
                    end(),
                    null,
                    status,
                    "ehr",
                    "outside-" + appointment,
                    version));
        }
    }
}

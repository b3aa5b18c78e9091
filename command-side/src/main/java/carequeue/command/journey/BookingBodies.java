package carequeue.command.journey;

import carequeue.api.appointment.AppointmentStatus;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** What is said of an appointment that is booked or corrected over HTTP. */
final class BookingBodies {

    private BookingBodies() {}

    /**
     * What is booked.
     *
     * @param status {@code booked} where it is absent; also {@code proposed, pending, waitlist}
     */
    record Booking(
            @NotBlank @Size(max = 64) String siteId,
            @NotBlank @Size(max = 64) String serviceId,
            @Size(max = 64) String providerId,
            @NotBlank @Size(max = 64) String patientId,
            @NotNull Instant start,
            @NotNull Instant end,
            @Size(max = 100) String kind,
            AppointmentStatus status) {}

    /** What was booked. */
    record Booked(String appointmentId) {}

    /** An order that needs no further words. */
    record Nothing() {}

    /**
     * What was wrong: the whole appointment, or the fields that are named.
     *
     * @param enteredInError whether it should never have been there
     */
    record Correction(
            Boolean enteredInError,
            @Size(min = 1, max = 64) String serviceId,
            @Size(min = 1, max = 64) String providerId,
            @Size(min = 1, max = 64) String patientId,
            Instant start,
            Instant end,
            @Size(max = 100) String kind,
            @NotBlank @Size(max = 500) String reason) {

        @AssertTrue(message = "needs either enteredInError or the fields that were wrong")
        boolean isOneWay() {
            boolean fields = Stream.of(serviceId, providerId, patientId, start, end, kind)
                    .anyMatch(Objects::nonNull);
            return fields != Boolean.TRUE.equals(enteredInError);
        }
    }
}

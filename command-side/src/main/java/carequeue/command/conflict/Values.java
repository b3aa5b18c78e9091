package carequeue.command.conflict;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What a value must look like that a person puts in the place of both. */
final class Values {

    private Values() {}

    static void mustFit(String field, Phi<String> value) {
        String text = Phi.text(value, v -> v, "");
        try {
            switch (field) {
                case "patient.birth-date" -> LocalDate.parse(text);
                case "appointment.time" -> times(text.split("/"));
                case "appointment.status" -> status(text);
                default -> {}
            }
        } catch (DateTimeException e) {
            throw new Refused.BadField("/value", "is no date or time of this field");
        }
    }

    private static void times(String[] times) {
        if (times.length != 2 || !Instant.parse(times[1]).isAfter(Instant.parse(times[0]))) {
            throw new Refused.BadField("/value", "is start and end, as start/end");
        }
    }

    private static void status(String text) {
        if (Stream.of(AppointmentStatus.values()).noneMatch(s -> s.toString().equals(text))) {
            throw new Refused.BadField("/value", "is no status of an appointment");
        }
    }
}

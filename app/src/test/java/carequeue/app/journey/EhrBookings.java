package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;

/** Books people whom nobody else meets into the sandbox's EHR, so that no test takes another's patient or depends on the hour. */
final class EhrBookings {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Duration FAR = Duration.ofMinutes(150);
    private static final Duration FAR_ENOUGH = Duration.ofMinutes(60);

    private EhrBookings() {}

    /** What was booked: the ids of the EHR, and when it begins. */
    record Booked(String appointment, String patient, Instant start) {}

    /** The business day of an instant. */
    static LocalDate day(Instant at) {
        return at.atZone(ZONE).minusHours(3).toLocalDate();
    }

    /** Begins within the arrival window. */
    static Booked due(Caller ehr) {
        return book(ehr, Instant.now().plus(Duration.ofMinutes(10)));
    }

    /** Begins outside the arrival window, on this business day. */
    static Booked far(Caller ehr) {
        Instant now = Instant.now();
        Instant end = ZonedDateTime.of(day(now).plusDays(1).atTime(2, 55), ZONE).toInstant();
        Instant start = now.plus(FAR).isBefore(end) ? now.plus(FAR) : end;
        return book(ehr, start.isAfter(now.plus(FAR_ENOUGH)) ? start : now.minus(FAR));
    }

    private static Booked book(Caller ehr, Instant at) {
        Instant start = at.truncatedTo(ChronoUnit.MINUTES);
        int number = ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
        String patient = created(ehr.post("/Patient", """
            {"resourceType": "Patient", "active": true, "gender": "female", "birthDate": "1971-03-04",
             "identifier": [{"system": "urn:carequeue:sandbox:mrn", "value": "J%d",
               "type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]}}],
             "name": [{"use": "official", "family": "Journey%d", "given": ["Booked"]}],
             "telecom": [{"system": "phone", "value": "212-555-0%d"}]}\
            """.formatted(number, number, 100 + number % 100)));
        String appointment =
                created(ehr.post("/Appointment", """
            {"resourceType": "Appointment", "status": "booked", "minutesDuration": 10, "start": "%s", "end": "%s",
             "serviceType": [{"coding": [{"system": "urn:carequeue:sandbox:service-type", "code": "lab"}]}],
             "participant": [{"actor": {"reference": "Patient/%s"}, "status": "accepted"},
                             {"actor": {"reference": "Location/main"}, "status": "accepted"}]}\
            """.formatted(start, start.plus(Duration.ofMinutes(10)), patient)));
        return new Booked(appointment, patient, start);
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().get("id").asText();
    }
}

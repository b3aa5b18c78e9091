package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The EHR is down: patients flow, and what it missed is made up for when it is back. */
class EhrDownTest extends JourneyTest {

    @AfterEach
    void heal() {
        outage(false);
    }

    @Test
    void aBookedPatientIsPlacedWithTheCachedRecordAndTheEhrIsToldLater() {
        Caller desk = as("front-desk");
        JsonNode appointment = farAppointment(desk);
        outage(true);
        Answer asked = desk.post(
                "/api/check-ins", """
                {"siteId": "main", "appointmentId": "%s", "reason": "the desk lets them in at this hour"}""".formatted(appointment.get("appointmentId").asText()));
        String visit = asked.body().get("visitId").asText();

        JsonNode checkIn = checkedIn(desk, visit);
        assertThat(checkIn.get("openItems").toString()).contains("patient-data-cached");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(desk.get("/api/check-ins/" + visit)
                                .body()
                                .get("openItems")
                                .toString())
                        .contains("ehr-arrived"));

        outage(false);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(desk.get("/api/check-ins/" + visit).body().get("openItems"))
                    .isEmpty();
            assertThat(ehr("/Appointment/" + appointment.at("/externalIds/ehr").asText())
                            .get("status")
                            .asText())
                    .isEqualTo("checked-in");
        });
    }

    @Test
    void aPatientDoesNotWaitForASlowEhr() {
        Caller desk = as("front-desk");
        String mrn = farAppointment(desk).at("/patient/mrn").asText();
        latency(4000);
        Answer asked =
                desk.post("/api/check-ins", "{\"siteId\": \"main\", \"identifier\": {\"mrn\": \"" + mrn + "\"}}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String visit = asked.body().get("visitId").asText();

        JsonNode checkIn = checkedIn(desk, visit);
        assertThat(checkIn.get("openItems").toString()).contains("patient-data-cached");

        latency(0);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                desk.get("/api/check-ins/" + visit).body().get("openItems"))
                        .isEmpty());
    }

    @Test
    void aPersonWhoNamesThemselvesIsPlacedAsTypedIn() {
        outage(true);
        Caller desk = as("front-desk");
        Answer asked = desk.post("/api/check-ins", """
                {"siteId": "main", "identifier": {"firstName": "Typed", "lastName": "In", "birthDate": "1980-02-03", "phone": "555-0100"}}""");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);

        JsonNode checkIn = checkedIn(desk, asked.body().get("visitId").asText());
        assertThat(checkIn.get("openItems").toString()).contains("patient-typed-in");
        JsonNode entry = entryOn(
                desk.get("/api/queues/" + checkIn.get("queueId").asText()),
                checkIn.get("entryId").asText());
        assertThat(entry.at("/patient/name").asText()).isEqualTo("In, Typed");
    }
}

package carequeue.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** One visit as the doors of the query side show it. */
class DoorsTest extends OneVisit {
    @Test
    void theBoardHasItsShapeAndItsTag() throws Exception {
        HttpResponse<String> answer = get("/api/queues/" + QUEUE + "?after=" + clinic.head());
        JsonNode board = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(board.get("position").asLong()).isGreaterThanOrEqualTo(clinic.head());
        JsonNode entry = board.get("entries").get(0);
        assertThat(entry.get("ticket").asText()).isEqualTo("A-001");
        assertThat(entry.get("state").asText()).isEqualTo("waiting");
        assertThat(entry.get("place").asInt()).isEqualTo(1);
        assertThat(entry.get("patient").get("name").asText()).isEqualTo("Smith, Jane");
        assertThat(entry.get("flags").toString()).isEqualTo("[\"ehr-checked-in\"]");
        assertThat(entry.has("calledAt") && entry.get("calledAt").isNull()).isTrue();
        assertThat(entry.has("estimate") && entry.has("providerId") && entry.has("servicePoint"))
                .isTrue();

        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpRequest again =
                request("/api/queues/" + QUEUE).header("If-None-Match", tag).build();
        assertThat(HTTP.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
    }

    @Test
    void nobodySeesAnotherSite() throws Exception {
        for (String path : new String[] {
            "/api/queues/" + QUEUE,
            "/api/visits/v1",
            "/api/check-ins/v1",
            "/api/patients/p1",
            "/api/appointments/a1",
            "/api/sites/main",
            "/api/queues?siteId=main",
            "/api/visits/v1/timeline",
            "/api/worklist?siteId=main",
            "/api/appointments?siteId=main",
            "/api/queues/" + QUEUE + "/stream",
            "/api/audit/queues/" + QUEUE + "/as-of?at=2099-01-01T00:00:00Z"
        }) {
            HttpRequest other = request(path + (path.contains("?") ? "&" : "?") + "after=" + clinic.head())
                    .header("X-Site", "other")
                    .build();
            assertThat(HTTP.send(other, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(JSON.readTree(HTTP.send(
                                        request("/api/audit/events")
                                                .header("X-Site", "other")
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .body())
                        .get("items"))
                .isEmpty();
    }

    @Test
    void aPositionThatDoesNotComeIsWaitedForInVain() throws Exception {
        HttpResponse<String> answer = get("/api/queues/" + QUEUE + "?after=" + (clinic.head() + 1000));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(get("/api/queues/" + QUEUE + "?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void theCheckInTellsItsSteps() throws Exception {
        JsonNode checkIn = json("/api/check-ins/v1?after=" + clinic.head());
        assertThat(checkIn.get("state").asText()).isEqualTo("done");
        assertThat(checkIn.get("steps"))
                .extracting(s -> s.get("name").asText() + " " + s.get("state").asText())
                .containsExactly(
                        "patient done",
                        "eligibility skipped",
                        "co-pay skipped",
                        "queue done",
                        "ehr-arrived done",
                        "ehr-checked-in open");
        assertThat(checkIn.get("openItems").toString()).isEqualTo("[\"ehr-checked-in\"]");
        assertThat(checkIn.get("ticket").asText()).isEqualTo("A-001");
        assertThat(json("/api/worklist?siteId=main").get("items")).hasSize(1);
        assertThat(get("/api/check-ins/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theTimelineHasEveryStepInPlainWords() throws Exception {
        JsonNode items = json("/api/visits/v1/timeline?after=" + clinic.head()).get("items");
        assertThat(items).hasSize(9);
        assertThat(items)
                .extracting(s -> s.get("text").asText())
                .contains(
                        "Check-in began by way of the desk.",
                        "Joined the line with ticket A-001.",
                        "The EHR on the patient: found.",
                        "The appointment: arrived.");
        assertThat(json("/api/visits/v1").get("state").asText()).isEqualTo("waiting");
    }

    @Test
    void appointmentsArePagedByCursor() throws Exception {
        JsonNode first = json("/api/appointments?siteId=main&date=" + TODAY + "&limit=2&after=" + clinic.head());
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("items").get(0).get("status").asText()).isEqualTo("arrived");
        assertThat(first.get("items").get(0).get("patient").get("mrn").asText()).isEqualTo("MRN000001");
        assertThat(first.get("items").get(0).get("externalIds").get("ehr").asText())
                .isEqualTo("x1");
        JsonNode second = json("/api/appointments?siteId=main&date=" + TODAY + "&limit=2&cursor="
                + first.get("nextCursor").asText());
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void patientsAreFoundByEachWay() throws Exception {
        for (String query : new String[] {
            "{\"mrn\":\"MRN000001\"}",
            "{\"phone\":\"5550102030\"}",
            "{\"name\":\"jane smith\",\"birthDate\":\"1980-02-03\"}",
            "{\"name\":\"Smith\",\"birthDate\":\"1980-02-03\"}"
        }) {
            assertThat(JSON.readTree(post("/api/queries/patients?after=" + clinic.head(), query)
                                    .body())
                            .get("items"))
                    .as(query)
                    .hasSize(1);
        }
        assertThat(post("/api/queries/patients", "{\"name\":\"Smith\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void historyShowsPersonalValuesToTheAuditorAlone() throws Exception {
        String path = "/api/audit/events?patient=p1&after=" + clinic.head();
        HttpRequest auditor = request(path).header("X-Role", "auditor").build();
        String open = HTTP.send(auditor, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(open).contains("Jane").doesNotContain("[phi]");
        assertThat(get(path).body()).contains("[phi]").doesNotContain("Jane", "MRN000001");
        assertThat(JSON.readTree(open).get("items").size()).isGreaterThanOrEqualTo(12);
        assertThat(json("/api/audit/events?entity=v1&limit=3").get("items")).hasSize(3);
    }
}

package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A patient who needs a kind of service point is called to one of that kind and to no other, over HTTP. */
class NeedsOverHttpTest extends JourneyTest {

    private static final String SITE = """
            {"name": "Quay Clinic", "timeZone": "America/New_York",
             "services": [{"serviceId": "primary-care", "name": "Primary care", "prefix": "Q"}],
             "servicePoints": [{"id": "room-1", "name": "Room 1", "serviceIds": ["primary-care"]},
                               {"id": "lift-1", "name": "Lift room", "kind": "lift", "serviceIds": ["primary-care"]}]}""";

    private static final String COMES = """
            {"siteId": "quay", "channel": "desk", "walkIn": {"serviceId": "primary-care", "reason": "a check",
             "patient": {"firstName": "Need", "lastName": "%s", "birthDate": "1980-02-03", "phone": "555-0100"}}}""";

    @Test
    void whoNeedsAKindOfPointIsCalledThereOnly() {
        Caller desk = as("front-desk");
        Answer site = as("admin").put("/api/sites/quay", SITE);
        assertThat(site.status()).as(site.text()).isBetween(200, 201);
        JsonNode first = comes(desk, "Liftneeded");
        JsonNode second = comes(desk, "Anywhere");
        String queue = "/api/queues/" + first.get("queueId").asText();
        String entry = first.get("entryId").asText();

        Answer nonsense = desk.post(queue + "/entries/" + entry + "/need", "{\"kind\": \"boat\", \"reason\": \"x\"}");
        assertThat(nonsense.status()).as(nonsense.text()).isEqualTo(422);
        assertThat(nonsense.body().get("rule").asText()).isEqualTo("no-point-of-this-kind");
        Answer needs = desk.post(queue + "/entries/" + entry + "/need", "{\"kind\": \"lift\", \"reason\": \"chair\"}");
        assertThat(needs.status()).as(needs.text()).isEqualTo(200);
        assertThat(entryOn(desk.getAfter(needs.position(), queue), entry)
                        .get("needs")
                        .asText())
                .isEqualTo("lift");

        Answer wrong = desk.post(
                queue + "/entries/" + entry + "/call", "{\"servicePoint\": \"room-1\", \"reason\": \"is near\"}");
        assertThat(wrong.status()).as(wrong.text()).isEqualTo(422);
        assertThat(wrong.body().get("rule").asText()).isEqualTo("wrong-kind-of-point");
        assertThat(wrong.body().get("detail").asText()).contains("lift-1");

        assertThat(next(desk, queue, "room-1")).isEqualTo(second.get("entryId").asText());
        assertThat(next(desk, queue, "lift-1")).isEqualTo(entry);
    }

    private static JsonNode comes(Caller desk, String lastName) {
        Answer asked = desk.post("/api/check-ins", COMES.formatted(lastName));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return checkedIn(desk, asked.body().get("visitId").asText());
    }

    private static String next(Caller desk, String queue, String point) {
        Answer called = desk.post(queue + "/call-next", "{\"servicePoint\": \"" + point + "\"}");
        assertThat(called.status()).as(called.text()).isEqualTo(200);
        return called.body().get("entryId").asText();
    }
}

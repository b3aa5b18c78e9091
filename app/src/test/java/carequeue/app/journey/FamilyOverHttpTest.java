package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several patients whom one person checks in in one go, and minors at the kiosk, over HTTP. */
class FamilyOverHttpTest extends JourneyTest {

    private static String member(String first, String last, String born, String service) {
        return """
                {"walkIn": {"serviceId": "%s", "patient": {"firstName": "%s", "lastName": "%s", "birthDate": "%s"}}}""".formatted(service, first, last, born);
    }

    private static String family(String channel, String... members) {
        return "{\"siteId\": \"main\", \"channel\": \"" + channel + "\", \"members\": [" + String.join(",", members)
                + "]}";
    }

    @Test
    void eachHasAVisitAndATicketAndARefusalOfTheirOwnUnderOneKey() {
        Caller desk = as("front-desk");
        String body = family(
                "desk",
                member("Mother", "Rivers", "1985-02-03", "lab"),
                member("Child", "Rivers", "2019-02-03", "dentist"),
                member("Father", "Rivers", "1984-02-03", "lab"));
        String key = UUID.randomUUID().toString();
        Answer done = desk.post("/api/check-ins/family", body, "Idempotency-Key", key);
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        JsonNode each = done.body().get("checkIns");
        assertThat(each).hasSize(3);
        assertThat(each.at("/1/refused/rule").asText()).isEqualTo("not-found");
        assertThat(each.at("/1/index").asInt()).isEqualTo(1);
        Set<String> tickets = new HashSet<>();
        for (int i : new int[] {0, 2}) {
            String visit = each.get(i).get("visitId").asText();
            assertThat(each.get(i).get("checkInId").asText()).isEqualTo(visit);
            JsonNode checkIn = checkedIn(desk, visit);
            tickets.add(checkIn.get("ticket").asText());
            assertThat(desk.get("/api/check-ins/" + visit)
                            .body()
                            .get("patientLink")
                            .asText())
                    .startsWith("/p/");
        }
        assertThat(tickets).hasSize(2);
        Answer again = desk.post("/api/check-ins/family", body, "Idempotency-Key", key);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.body().get("familyId")).isEqualTo(done.body().get("familyId"));
        assertThat(again.body().at("/checkIns/0/visitId")).isEqualTo(each.at("/0/visitId"));
        assertThat(again.body().at("/checkIns/2/visitId")).isEqualTo(each.at("/2/visitId"));

        String first = each.at("/0/visitId").asText();
        String third = each.at("/2/visitId").asText();
        String share = "{\"visitId\": \"%s\", \"patientId\": \"%s\", \"amount\": %d}";
        String payer = patientOf(desk, first);
        Answer owed = desk.post("/api/payments", """
                {"siteId": "main", "visitId": "%s", "patientId": "%s", "purpose": "co-pay",
                 "amount": {"amount": 5000, "currency": "USD"}, "shares": [%s, %s]}""".formatted(
                        first,
                        payer,
                        share.formatted(first, payer, 2500),
                        share.formatted(third, patientOf(desk, third), 2500)));
        assertThat(owed.status()).as(owed.text()).isEqualTo(201);
    }

    private static String patientOf(Caller desk, String visit) {
        return desk.get("/api/visits/" + visit).body().get("patientId").asText();
    }

    @Test
    void whereNobodyCanBeCheckedInEveryoneIsNamed() {
        Answer refused = as("front-desk")
                .post(
                        "/api/check-ins/family",
                        family(
                                "desk",
                                member("One", "Nowhere", "1985-02-03", "dentist"),
                                member("Two", "Nowhere", "1985-02-03", "dentist")));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().at("/errors/1/pointer").asText()).isEqualTo("/members/1");
        assertThat(as("front-desk")
                        .post("/api/check-ins/family", "{\"siteId\": \"main\", \"members\": []}")
                        .status())
                .isEqualTo(400);
        assertThat(as("front-desk")
                        .post("/api/check-ins/family", "{\"siteId\": \"main\", \"members\": [{}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aMinorAtTheKioskComesWithSomebodyOfAge() {
        Caller kiosk = as("kiosk");
        String alone = "{\"siteId\": \"main\", "
                + member("Lone", "Minor", "2015-02-03", "lab").substring(1);
        Answer refused = kiosk.post("/api/check-ins", alone);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().get("rule").asText()).isEqualTo("minor-alone");
        assertThat(refused.body().get("detail").asText()).contains("the desk");
        assertThat(as("front-desk").post("/api/check-ins", alone).status()).isEqualTo(201);

        Answer together = kiosk.post(
                "/api/check-ins/family",
                family(
                        "kiosk",
                        member("Small", "Kiosk", "2016-02-03", "lab"),
                        member("Grown", "Kiosk", "1986-02-03", "lab")));
        assertThat(together.status()).as(together.text()).isEqualTo(201);
        assertThat(together.body().findValues("refused")).isEmpty();
        Answer children = kiosk.post(
                "/api/check-ins/family",
                family(
                        "kiosk",
                        member("Small", "Alone", "2016-02-03", "lab"),
                        member("Smaller", "Alone", "2018-02-03", "lab")));
        assertThat(children.status()).as(children.text()).isEqualTo(422);
        assertThat(children.text()).contains("/members/0", "/members/1", "do not check in alone");
    }

    @Test
    void aMinorAtTheKioskComesWithTheGuardianWhoIsNoted() {
        Caller desk = as("front-desk");
        String alone = "{\"siteId\": \"main\", "
                + member("Guarded", "Child", "2014-03-05", "lab").substring(1);
        Answer first = desk.post("/api/check-ins", alone);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        String visit = first.body().get("visitId").asText();
        JsonNode placed = checkedIn(desk, visit);
        String child = patientOf(desk, visit);
        act(
                desk,
                placed.get("queueId").asText(),
                placed.get("entryId").asText(),
                "leave",
                "{\"reason\": \"comes back with the mother\"}",
                "left");
        Answer related = desk.post("/api/patients/" + child + "/related-persons", """
                {"firstName": "Mara", "lastName": "Child", "roles": ["guardian"], "powers": ["sign", "see"]}""");
        assertThat(related.status()).as(related.text()).isEqualTo(201);
        String guardian = related.body().get("personId").asText();
        String back = """
                {"siteId": "main"%s, "walkIn": {"serviceId": "imaging", "patient": {"patientId": "%s"}}}""";
        Caller kiosk = as("kiosk");
        Answer refused = kiosk.post("/api/check-ins", back.formatted("", child));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().get("rule").asText()).isEqualTo("minor-alone");
        Answer stranger = kiosk.post("/api/check-ins", back.formatted(", \"guardianId\": \"somebody\"", child));
        assertThat(stranger.status()).as(stranger.text()).isEqualTo(422);
        Answer together = kiosk.post("/api/check-ins", back.formatted(", \"guardianId\": \"" + guardian + "\"", child));
        assertThat(together.status()).as(together.text()).isEqualTo(201);
    }
}

package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Early, late, on the wrong day, at the wrong site, with a visit elsewhere: over HTTP and on the real store. */
class ArrivalsOverHttpTest extends JourneyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SITE = """
            {"name": "Harbour Clinic", "timeZone": "America/New_York",
             "services": [{"serviceId": "primary-care", "name": "Primary care", "prefix": "H"}],
             "servicePoints": [{"id": "room-1", "name": "Room 1", "serviceIds": ["primary-care"]}]}""";

    private Caller desk;

    @BeforeEach
    void signIn() {
        desk = as("front-desk");
        as("admin").put("/api/sites/harbour", SITE);
    }

    private String patient() {
        return knownPatient(desk, "Arrives");
    }

    private String booked(String site, String patient, Instant start) {
        Answer answer = desk.post("/api/appointments", """
                {"siteId": "%s", "serviceId": "primary-care", "patientId": "%s", "start": "%s", "end": "%s"}""".formatted(site, patient, start, start.plusSeconds(1200)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().get("appointmentId").asText();
    }

    private static Answer comes(Caller who, String site, String appointment, String more) {
        return who.post(
                "/api/check-ins",
                "{\"siteId\": \"" + site + "\", \"appointmentId\": \"" + appointment + "\"" + more + "}");
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneId.of("America/New_York")).minusHours(3).toLocalDate();
    }

    private static void isToday(Instant at) {
        assumeThat(day(at)).isEqualTo(day(Instant.now()));
    }

    private static Answer refused(Answer answer, String rule, String wayOn) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().get("rule").asText()).isEqualTo(rule);
        assertThat(answer.body().get("detail").asText()).contains(wayOn);
        return answer;
    }

    private static String visit(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().get("visitId").asText();
    }

    @Test
    void whoIsTooEarlyIsNotedAndPlacedWhenTheWindowOpens() {
        Instant start = Instant.now().plus(Duration.ofMinutes(30)).plusSeconds(8);
        isToday(start);
        String early = booked("main", patient(), start);
        String visit = visit(comes(as("kiosk"), "main", early, ", \"channel\": \"kiosk\""));
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode checkIn = desk.get("/api/check-ins/" + visit).body();
            assertThat(checkIn.get("state").asText()).isEqualTo("running");
            assertThat(checkIn.get("steps").toString()).contains("too early: placed from ");
        });
        JsonNode placed = checkedIn(desk, visit);
        JsonNode entry = entryOn(
                desk.get("/api/queues/" + placed.get("queueId").asText()),
                placed.get("entryId").asText());
        assertThat(Instant.parse(entry.get("joinedAt").asText()))
                .isAfterOrEqualTo(start.minus(Duration.ofMinutes(30)).minusMillis(1));
    }

    @Test
    void whoIsFarTooEarlyMayGoAgain() {
        Instant start = Instant.now().plus(Duration.ofMinutes(50));
        isToday(start);
        String early = booked("main", patient(), start);
        String visit = visit(comes(desk, "main", early, ""));
        Answer cancelled = desk.post("/api/visits/" + visit + "/cancel", "{\"reason\": \"comes back later\"}");
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(desk.get("/api/appointments/" + early)
                                .body()
                                .get("status")
                                .asText())
                        .isEqualTo("booked"));
        String again = visit(comes(desk, "main", early, ", \"reason\": \"waits in the hall\""));
        assertThat(again).isNotEqualTo(visit);
        checkedIn(desk, again);
    }

    @Test
    void whoIsTooLateGoesByThePolicyOfTheSite() {
        Instant start = Instant.now().minus(Duration.ofMinutes(20));
        isToday(start);
        String late = booked("main", patient(), start);
        refused(comes(as("kiosk"), "main", late, ", \"reason\": \"the bus\""), "arrival-window", "the desk can do it");
        refused(comes(desk, "main", late, ""), "arrival-window", "with a reason");
        visit(comes(desk, "main", late, ", \"reason\": \"the bus\""));

        Answer policy = as("manager").put("/api/sites/harbour/policies/arrival", "{\"late\": \"next-free-place\"}");
        assertThat(policy.status()).as(policy.text()).isEqualTo(200);
        String next = booked("harbour", patient(), start);
        String visit = visit(comes(as("kiosk"), "harbour", next, ""));
        await().atMost(SOON).untilAsserted(() -> {
            Answer events = as("auditor").get("/api/audit/events?entity=" + visit + "&type=visit.check-in-requested");
            assertThat(events.body().at("/items")).as(events.text()).hasSize(1);
            JsonNode slot = events.body().at("/items/0/payload/slot");
            assertThat(Instant.parse(slot.asText())).as(events.text()).isAfter(start.plusSeconds(60));
        });
    }

    @Test
    void onAnotherDayTheDeskMovesTheAppointmentToNow() {
        Instant start = Instant.now().plus(Duration.ofHours(24));
        String tomorrow = booked("main", patient(), start);
        refused(comes(as("kiosk"), "main", tomorrow, ", \"reason\": \"now\""), "wrong-day", "the desk can move it");
        refused(comes(desk, "main", tomorrow, ""), "wrong-day", "with a reason");
        String visit = visit(comes(desk, "main", tomorrow, ", \"reason\": \"the doctor has time now\""));
        checkedIn(desk, visit);
        JsonNode moved = desk.get("/api/appointments/" + tomorrow).body();
        assertThat(Instant.parse(moved.get("start").asText())).isBefore(start.minus(Duration.ofHours(23)));
        assertThat(desk.get("/api/visits/" + visit + "/timeline").text()).contains("check-in-requested");
    }

    @Test
    void atTheWrongSiteTheDeskBooksTheAppointmentHere() {
        Instant start = Instant.now();
        String there = booked("harbour", patient(), start);
        refused(comes(as("kiosk"), "main", there, ", \"reason\": \"here\""), "wrong-site", "Harbour Clinic");
        refused(comes(desk, "main", there, ""), "wrong-site", "book it here instead");
        Answer taken = comes(desk, "main", there, ", \"reason\": \"came to the wrong clinic\"");
        JsonNode checkIn = checkedIn(desk, visit(taken));
        String here = checkIn.get("appointmentId").asText();
        assertThat(here).isNotEqualTo(there);
        assertThat(desk.get("/api/appointments/" + there).body().get("status").asText())
                .isEqualTo("cancelled");
        assertThat(desk.get("/api/appointments/" + here).body().get("siteId").asText())
                .isEqualTo("main");
    }

    @Test
    void anOpenVisitElsewhereIsShownAndAskedAboutAndRefusesNobody() {
        String patient = patient();
        String walkIn = """
                {"siteId": "%s"%s, "walkIn": {"serviceId": "primary-care", "patient": {"patientId": "%s"}}}""";
        String there = visit(desk.post("/api/check-ins", walkIn.formatted("harbour", "", patient)));
        Answer here = desk.post("/api/check-ins", walkIn.formatted("main", "", patient));
        String visit = visit(here);
        assertThat(here.body().at("/otherVisit/siteId").asText()).isEqualTo("harbour");
        assertThat(here.body().at("/otherVisit/visitId").asText()).isEqualTo(there);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(desk.get("/api/visits/" + visit)
                                .body()
                                .get("openItems")
                                .toString())
                        .contains("other-visit"));

        String known = patient();
        visit(desk.post("/api/check-ins", walkIn.formatted("harbour", "", known)));
        String second =
                visit(desk.post("/api/check-ins", walkIn.formatted("main", ", \"otherVisitKnown\": true", known)));
        checkedIn(desk, second);
        assertThat(desk.get("/api/visits/" + second).body().get("openItems").toString())
                .doesNotContain("other-visit");

        String alone = patient();
        visit(desk.post("/api/check-ins", walkIn.formatted("harbour", "", alone)));
        Answer kiosk = as("kiosk").post("/api/check-ins", walkIn.formatted("main", "", alone));
        assertThat(kiosk.status()).as(kiosk.text()).isEqualTo(201);
        assertThat(kiosk.body().has("otherVisit")).isFalse();
    }
}

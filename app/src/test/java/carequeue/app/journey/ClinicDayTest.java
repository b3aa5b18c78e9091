package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a clinic's day brings, over HTTP and on the real store: several services, alarms, absences, the end of the day. */
class ClinicDayTest extends JourneyTest {

    private Caller desk;

    @BeforeEach
    void signIn() {
        desk = as("front-desk");
    }

    private record Place(String visit, String queue, String entry, String patient) {
        String path(String action) {
            return "/api/queues/" + queue + "/entries/" + entry + "/" + action;
        }
    }

    private Place place(String lastName, String service) {
        return place(walkIn(desk, lastName, service));
    }

    private Place place(String visit) {
        JsonNode checkIn = checkedIn(desk, visit);
        String queue = checkIn.get("queueId").asText();
        String entry = checkIn.get("entryId").asText();
        // The visit's view may be ahead of the board's.
        JsonNode onBoard = await().ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(() -> entryOn(desk.get("/api/queues/" + queue), entry), found -> true);
        return new Place(visit, queue, entry, onBoard.at("/patient/id").asText());
    }

    private Answer again(String patient, String service) {
        return desk.post("/api/check-ins", """
                {"siteId": "main", "walkIn": {"serviceId": "%s", "patient": {"patientId": "%s"}}}""".formatted(service, patient));
    }

    private Place second(Place first, String service) {
        Answer answer = again(first.patient(), service);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().get("visitId").asText()).isEqualTo(first.visit());
        String queue = first.queue().replaceFirst("\\.[a-z-]+\\.", "." + service + ".");
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            for (JsonNode e :
                                    desk.get("/api/queues/" + queue).body().path("entries")) {
                                if (first.visit().equals(e.get("visitId").asText())) {
                                    return new Place(
                                            first.visit(),
                                            queue,
                                            e.get("entryId").asText(),
                                            first.patient());
                                }
                            }
                            return null;
                        },
                        p -> p != null);
    }

    private void flagged(Place place, String flag, boolean expected) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<String> flags =
                    desk.get("/api/queues/" + place.queue()).body().path("entries").findParents("entryId").stream()
                            .filter(e -> e.get("entryId").asText().equals(place.entry()))
                            .flatMap(e -> java.util.stream.StreamSupport.stream(
                                    e.get("flags").spliterator(), false))
                            .map(JsonNode::asText)
                            .toList();
            assertThat(flags.contains(flag)).as("%s in %s", flag, flags).isEqualTo(expected);
        });
    }

    @Test
    void aPatientOfTwoLinesIsWithStaffInOneAtATime() throws Exception {
        Place lab = place("Twice", "lab");
        Place imaging = second(lab, "imaging");
        assertThat(entryOn(desk.get("/api/queues/" + imaging.queue()), imaging.entry())
                        .get("ticket")
                        .asText())
                .isEqualTo(entryOn(desk.get("/api/queues/" + lab.queue()), lab.entry())
                        .get("ticket")
                        .asText());

        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<Answer> here = two.submit(
                    () -> desk.post(lab.path("call"), "{\"servicePoint\": \"lab-1\", \"reason\": \"the journey\"}"));
            Future<Answer> there = two.submit(() ->
                    desk.post(imaging.path("call"), "{\"servicePoint\": \"xray-1\", \"reason\": \"the journey\"}"));
            assertThat(List.of(here.get().status(), there.get().status())).containsExactlyInAnyOrder(200, 409);
            Place called = here.get().status() == 200 ? lab : imaging;
            Place waiting = called == lab ? imaging : lab;
            Answer refused = called == lab ? there.get() : here.get();
            assertThat(refused.body().get("state").asText()).isEqualTo("elsewhere");
            flagged(waiting, "elsewhere", true);
            act(desk, called.queue(), called.entry(), "start", "{}", "in-service");
            act(desk, called.queue(), called.entry(), "complete", "{}", "completed");
            flagged(waiting, "elsewhere", false);
            String point = waiting == lab ? "lab-1" : "xray-1";
            act(
                    desk,
                    waiting.queue(),
                    waiting.entry(),
                    "call",
                    "{\"servicePoint\": \"" + point + "\", \"reason\": \"the journey\"}",
                    "called");
            act(desk, waiting.queue(), waiting.entry(), "start", "{}", "in-service");
            act(desk, waiting.queue(), waiting.entry(), "complete", "{}", "completed");
        } finally {
            two.shutdownNow();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(desk.get("/api/visits/" + lab.visit())
                                .body()
                                .get("state")
                                .asText())
                        .isEqualTo("finished"));
    }

    @Test
    void theSamePatientAtTwoDesksAtOnceIsOneVisit() throws Exception {
        Place first = place("Both", "urgent-care");
        act(desk, first.queue(), first.entry(), "leave", "{\"reason\": \"comes back\"}", "left");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(desk.get("/api/visits/" + first.visit())
                                .body()
                                .get("state")
                                .asText())
                        .isEqualTo("left"));
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            Future<Answer> one = desks.submit(() -> again(first.patient(), "urgent-care"));
            Future<Answer> two = desks.submit(() -> again(first.patient(), "urgent-care"));
            assertThat(List.of(one.get().status(), two.get().status())).containsExactlyInAnyOrder(201, 200);
            assertThat(one.get().body().get("visitId"))
                    .isEqualTo(two.get().body().get("visitId"));
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void aReasonThatAlarmsIsSeenOnTheBoardUntilThePatientIs() {
        Answer asked = desk.post(
                "/api/check-ins",
                walkInBody("Alarm", "urgent-care").replace("does not feel well", "Chest pain since this morning"));
        Place alarmed = place(asked.body().get("visitId").asText());
        flagged(alarmed, "red-flag", true);
        act(
                desk,
                alarmed.queue(),
                alarmed.entry(),
                "call",
                "{\"servicePoint\": \"room-1\", \"reason\": \"alarm\"}",
                "called");
        act(desk, alarmed.queue(), alarmed.entry(), "start", "{}", "in-service");
        flagged(alarmed, "red-flag", false);
    }

    @Test
    void aProviderWhoIsNotThereLeavesNobodyForgotten() {
        Place bound = place("Bound", "primary-care");
        Answer to = desk.post(bound.path("assign"), "{\"providerId\": \"dr-away\", \"reason\": \"asked for\"}");
        assertThat(to.status()).as(to.text()).isEqualTo(200);
        desk.post("/api/sites/main/providers/dr-away/unavailable", "{\"reason\": \"ill\"}");
        flagged(bound, "provider-unavailable", true);
        assertThat(desk.get("/api/worklist?siteId=main").text()).contains(bound.visit());
        Answer again = desk.post(bound.path("assign"), "{\"providerId\": \"dr-here\", \"reason\": \"dr-away is ill\"}");
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        flagged(bound, "provider-unavailable", false);
        assertThat(entryOn(desk.get("/api/queues/" + bound.queue()), bound.entry())
                        .get("providerId")
                        .asText())
                .isEqualTo("dr-here");
    }

    @Test
    void aQueueClosedForTheDayLetsGoWhoWaitsAndAsksAboutTheOthers() {
        Answer site = as("admin").put("/api/sites/main/services/evening", "{\"name\": \"Evening\", \"prefix\": \"E\"}");
        assertThat(site.status()).as(site.text()).isEqualTo(200);
        Place waits = place("Waits", "evening");
        Answer close = desk.post("/api/queues/" + waits.queue() + "/close", "{\"waiting\": \"leave\"}");
        assertThat(close.status()).as(close.text()).isEqualTo(202);
        assertThat(entryOn(desk.getAfter(close.position(), "/api/queues/" + waits.queue()), waits.entry())
                        .get("state")
                        .asText())
                .isEqualTo("left");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(desk.get("/api/visits/" + waits.visit())
                                .body()
                                .get("state")
                                .asText())
                        .isEqualTo("left"));
    }
}

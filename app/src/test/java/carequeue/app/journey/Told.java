package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;

/** A patient who allowed to be told, with their telephone and mailbox in the sandbox. */
final class Told {

    static final Duration SOON = Duration.ofSeconds(60);

    final String patientId;
    final String phone;
    final String email;
    private final Caller sandbox;

    private Told(String patientId, String phone, String email, Caller sandbox) {
        this.patientId = patientId;
        this.phone = phone;
        this.email = email;
        this.sandbox = sandbox;
    }

    /** Somebody new at a site, known there by a visit that is over; they allow these ways. */
    static Told at(String siteId, Caller desk, String sandbox, String language, String... ways) {
        int number = ThreadLocalRandom.current().nextInt(1_000_000);
        String phone = "+1617%07d".formatted(2_000_000 + number);
        String email = "patient-" + number + "@mail.example";
        String visit = checkIn(desk, siteId, """
                {"firstName": "Telemachus", "lastName": "Quixby%d", "birthDate": "1980-02-03", "phone": "%s", "email": "%s"}\
                """.formatted(number, phone, email));
        JsonNode placed = placed(desk, visit);
        String patient = placed.path("patientId").asText();
        JourneyTest.act(
                desk,
                placed.get("queueId").asText(),
                placed.get("entryId").asText(),
                "leave",
                "{\"reason\": \"comes back\"}",
                "left");
        StringBuilder consents = new StringBuilder();
        for (String way : ways) {
            consents.append(consents.isEmpty() ? "" : ",")
                    .append("\"")
                    .append(way)
                    .append("\": \"given\"");
        }
        Answer wishes = desk.put(
                "/api/patients/" + patient + "/preferences",
                "{\"language\": \"" + language + "\", \"consents\": {" + consents + "}}");
        assertThat(wishes.status()).as(wishes.text()).isEqualTo(202);
        return new Told(patient, phone, email, Caller.nobody(sandbox));
    }

    /** Comes again; answers the visit once it has its place. */
    JsonNode comes(Caller desk, String siteId) {
        await().atMost(SOON).until(() -> {
            JsonNode known = desk.get("/api/patients/" + patientId).body();
            return known.path("openVisits").isMissingNode()
                    || known.path("openVisits").isEmpty();
        });
        return placed(desk, checkIn(desk, siteId, "{\"patientId\": \"" + patientId + "\"}"));
    }

    private static String checkIn(Caller desk, String siteId, String patient) {
        Answer asked = desk.post("/api/check-ins", """
                {"siteId": "%s", "channel": "desk", "walkIn": {"serviceId": "lab", "reason": "does not feel well", "patient": %s}}\
                """.formatted(siteId, patient));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return asked.body().get("visitId").asText();
    }

    private static JsonNode placed(Caller desk, String visit) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(desk.get("/api/check-ins/" + visit)
                                .body()
                                .path("state")
                                .asText())
                        .isEqualTo("done"));
        await().atMost(SOON).until(() -> desk.get("/api/visits/" + visit).body().hasNonNull("patientId"));
        var seen = (com.fasterxml.jackson.databind.node.ObjectNode)
                desk.get("/api/check-ins/" + visit).body();
        return seen.put(
                "patientId",
                desk.get("/api/visits/" + visit).body().get("patientId").asText());
    }

    /** What their telephone shows, the last text first. */
    List<String> texts() {
        return all("/twilio/texts", "body", phone);
    }

    /** The subjects in their mailbox, the last email first. */
    List<String> mails() {
        return all("/mail/mails", "subject", email);
    }

    /** The last email as it arrived. */
    String lastMail() {
        return all("/mail/mails", "raw", email).get(0);
    }

    private List<String> all(String path, String field, String to) {
        return StreamSupport.stream(sandbox.get(path).body().spliterator(), false)
                .filter(one -> to.equals(one.path("to").asText()))
                .filter(one -> !one.path("inbound").asBoolean())
                .map(one -> one.path(field).asText())
                .toList();
    }

    /** They write back. */
    void answers(String word) {
        sandbox.postForm("/twilio/phones/answer", "phone=%2B" + phone.substring(1) + "&body=" + word);
    }

    /** Their telephone is off, or on again. */
    void phoneIsOff(boolean off) {
        sandbox.postForm("/twilio/phones/power", "phone=%2B" + phone.substring(1) + "&off=" + off);
    }

    /** Waits for a text that says so. */
    String isTold(String words) {
        await().atMost(SOON).untilAsserted(() -> assertThat(texts()).anyMatch(text -> text.contains(words)));
        return texts().stream().filter(text -> text.contains(words)).findFirst().orElseThrow();
    }
}

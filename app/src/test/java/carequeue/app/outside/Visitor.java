package carequeue.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.patient.DeviceCommand.RegisterDevice;
import carequeue.app.journey.Caller;
import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** One patient on the way through the clinic, who concerns every outside service; each step is an order that must be taken at once. */
final class Visitor {

    /** A payer that is asked through a clearing-house by X12, as the settings say. */
    static final String EDI_PAYER = "87726";

    private static final String FHIR_PAYER = "60054";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String[] SERVICES = {"urgent-care", "lab", "imaging", "primary-care"};
    private static final String[] POINTS = {"room-1", "lab-1", "xray-1", "room-2"};
    private static final String CONTENT = """
        {"diagnoses": ["J069"], "placeOfService": "11", "billingNpi": "1234567893", "lines": [{"procedure": "99213",
         "diagnosisPointers": [1], "charge": {"amount": 12000, "currency": "USD"}, "units": 1}]}\
        """;

    final int number;
    final String member;
    final String phone;
    final String email;
    String visit;
    String patient;
    String appointment;
    String payment;
    String claim;
    String device;
    long cash;

    private final FullClinic clinic;
    private final Steps steps;
    private final JsonNode subscription;
    private String queue;
    private String entry;

    Visitor(FullClinic clinic, Steps steps, int number) {
        this.clinic = clinic;
        this.steps = steps;
        this.number = number;
        this.member = "LOAD" + number;
        this.phone = "+1212" + (2_000_000 + number);
        this.email = "visitor" + number + "@example.org";
        this.subscription = way() == 2
                ? Caller.nobody(clinic.outside()).post("/push/devices", "{}").body()
                : null;
    }

    /** How this one is told: 0 by text, 1 by email, 2 by push. */
    int way() {
        return number % 3;
    }

    boolean byEdi() {
        return number % 2 == 1;
    }

    /** The whole way, paid by card. */
    void wholeWay() {
        checkIn();
        says();
        served();
        pays(2_500, false);
        billed();
    }

    /** In, called, served and gone. */
    void comesAndGoes() {
        checkIn();
        served();
    }

    /** Registers and takes a place in the line. */
    void checkIn() {
        Answer asked = order(
                "check in",
                201,
                () -> clinic.as("front-desk")
                        .post("/api/check-ins", """
            {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "%s", "reason": "does not feel well", "patient":
             {"firstName": "Load", "lastName": "Visitor%d", "birthDate": "1980-02-03", "phone": "%s", "email": "%s"}}}\
            """.formatted(SERVICES[number % 4], number, phone, email)));
        visit = asked.body().get("visitId").asText();
        long begun = System.nanoTime();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            JsonNode seen =
                    clinic.as("front-desk").get("/api/check-ins/" + visit).body();
            queue = seen.path("queueId").asText(null);
            entry = seen.path("entryId").asText(null);
            return seen.path("state").asText().equals("done");
        });
        steps.took("placed in line", System.nanoTime() - begun);
        await().atMost(PATIENCE).until(() -> {
            patient = clinic.as("front-desk")
                    .get("/api/visits/" + visit)
                    .body()
                    .path("patientId")
                    .asText(null);
            return patient != null;
        });
    }

    /** Says how they are insured and how they want to be told, is told something, and gets an appointment for another day. */
    void says() {
        order(
                "insure",
                202,
                () -> clinic.as("front-desk").put("/api/patients/" + patient + "/coverages", """
            {"coverages": [{"order": "primary", "payerId": "%s", "payerName": "Payer", "memberId": "%s",
             "relationship": "self"}]}\
            """.formatted(
                                byEdi() ? EDI_PAYER : FHIR_PAYER, member)));
        if (subscription != null) {
            registerDevice();
        }
        String way = way() == 0 ? "sms" : way() == 1 ? "email" : "push";
        order(
                "consent",
                202,
                () -> clinic.as("front-desk")
                        .put(
                                "/api/patients/" + patient + "/preferences",
                                "{\"language\": \"en\", \"consents\": {\"" + way + "\": \"given\"}}"));
        order(
                "tell",
                201,
                () -> clinic.as("front-desk").post("/api/notifications", """
            {"siteId": "main", "patientId": "%s", "visitId": "%s", "template": "visit-changed", "reason": "load-%d",
             "variables": {"ticket": "A1"}}\
            """.formatted(patient, visit, number)));
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(30L + number % 200));
        Answer booked = order(
                "book",
                201,
                () -> clinic.as("front-desk")
                        .post("/api/appointments", """
            {"siteId": "main", "serviceId": "lab", "patientId": "%s", "start": "%s", "end": "%s"}\
            """.formatted(patient, start, start.plusSeconds(1200))));
        appointment = booked.body().get("appointmentId").asText();
    }

    private void registerDevice() {
        device = subscription.path("endpoint").asText().replaceFirst(".*/", "");
        String described = "{\"kind\": \"web\", \"endpoint\": \"%s\", \"p256dh\": \"%s\", \"auth\": \"%s\"}"
                .formatted(
                        subscription.path("endpoint").asText(),
                        subscription.at("/keys/p256dh").asText(),
                        subscription.at("/keys/auth").asText());
        var facts = Map.of(Facts.ACTOR, "front-desk", Facts.ROLES, "front-desk", Facts.CHANNEL, "desk");
        clinic.bean(CommandGateway.class)
                .sendAndWait(new GenericCommandMessage<>(new RegisterDevice(patient, Phi.of(described)), facts));
    }

    /** Is called, served and seen off. */
    void served() {
        act("call", "{\"servicePoint\": \"%s\", \"reason\": \"the next one\"}".formatted(POINTS[number % 4]));
        act("start", "{}");
        act("complete", "{}");
    }

    /** Pays so many cents: cash into the till, or by a card that is on file. */
    void pays(long cents, boolean cash) {
        Answer asked = order(
                "ask for money",
                201,
                () -> clinic.as("front-desk").post("/api/payments", """
            {"siteId": "main", "patientId": "%s", "purpose": "co-pay", "amount": {"amount": %d, "currency": "USD"}}\
            """.formatted(patient, cents)));
        payment = asked.body().get("paymentId").asText();
        this.cash = cash ? cents : 0;
        String how =
                cash ? "{\"method\": \"cash\"}" : "{\"method\": \"saved-card\", \"paymentMethodId\": \"pm_card_visa\"}";
        order("collect", 200, () -> clinic.as("front-desk").post("/api/payments/" + payment + "/collect", how));
    }

    /** The bill is typed and sent off. */
    void billed() {
        await().atMost(PATIENCE).until(() -> {
            claim = clinic.as("billing")
                    .get("/api/claims?visitId=" + visit)
                    .body()
                    .at("/items/0/claimId")
                    .asText(null);
            return claim != null;
        });
        order("type the bill", 200, () -> clinic.as("billing").put("/api/claims/" + claim, CONTENT));
        order("send the bill", 200, () -> clinic.as("billing").post("/api/claims/" + claim + "/submit", "{}"));
    }

    private void act(String action, String body) {
        order(
                action,
                200,
                () -> clinic.as("front-desk").post("/api/queues/" + queue + "/entries/" + entry + "/" + action, body));
    }

    private Answer order(String name, int status, Supplier<Answer> order) {
        long begun = System.nanoTime();
        Answer answer = order.get();
        steps.took(name, System.nanoTime() - begun);
        assertThat(answer.status()).as(name + ": " + answer.text()).isEqualTo(status);
        return answer;
    }
}

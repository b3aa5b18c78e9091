package carequeue.adapter.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.inbound.InboundBench;
import carequeue.adapter.inbound.RawBodies;
import carequeue.adapter.secrets.Secret;
import carequeue.adapter.sync.WebhookSettings.Subscribe;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.store.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What the EHR says by itself is taken as a hint only, once, and what got lost on the way is noticed. */
class EhrWebhookTest {

    /** As in the examples of the R4 backport guide, 1.1.0: a notification with identifiers only. */
    private static final String EVENT = """
            {"resourceType":"Bundle","id":"notification-id-only","type":"history","timestamp":"2026-11-23T10:00:00Z","entry":[
             {"fullUrl":"urn:uuid:b21e4fae-ce73-45cb-8e37-1e203362b2ae","resource":{"resourceType":"Parameters",
              "parameter":[{"name":"subscription","valueReference":{"reference":"https://ehr.example/fhir/Subscription/s1"}},
               {"name":"topic","valueCanonical":"http://example.org/topic"},{"name":"status","valueCode":"active"},
               {"name":"type","valueCode":"event-notification"},{"name":"events-since-subscription-start","valueString":"%d"},
               {"name":"notification-event","part":[{"name":"event-number","valueString":"%d"},
                {"name":"timestamp","valueInstant":"2026-11-23T10:00:00Z"},
                {"name":"focus","valueReference":{"reference":"https://ehr.example/fhir/Appointment/%s"}}]}]},
              "request":{"method":"GET","url":"Subscription/s1/$status"},"response":{"status":"200"}}]}""";

    /** The same of a server of R4B, whose status is a resource of its own. */
    private static final String R4B = """
            {"resourceType":"Bundle","type":"history","entry":[{"resource":{"resourceType":"SubscriptionStatus","status":"active",
             "type":"%s","eventsSinceSubscriptionStart":"%d","subscription":{"reference":"Subscription/s1"}%s}}]}""";

    private final InboundBench bench = new InboundBench();
    private final SubscriptionRows rows =
            new SubscriptionRows(bench.outbox.jdbc, bench.outbox.transaction, TestKeys.fixed());
    private FhirDouble ehr;
    private ChangeBench sync;
    private MockMvc door;

    @BeforeEach
    void start() throws IOException {
        bench.outbox.hearing(RecordAppointment.class);
        ehr = new FhirDouble();
        sync = new ChangeBench(bench.outbox, new EhrBench(ehr.base()).ehr);
        sync.links.keep(carequeue.adapter.ehr.Links.Kind.PATIENT, "our-p1", "p1", "1");
        var settings = new WebhookSettings(Secret.of("s3cret"), Subscribe.OFF, "main", null, List.of());
        var webhook = new EhrWebhook(new Heard(bench.envelopes, rows, Clock.systemUTC()), rows, settings);
        door = MockMvcBuilders.standaloneSetup(webhook)
                .addFilters(new RawBodies())
                .build();
    }

    @AfterEach
    void stop() {
        bench.close();
        ehr.close();
    }

    private int call(String method, String path, String header, String value, String body) {
        try {
            MockHttpServletResponse answer = door.perform(request(HttpMethod.valueOf(method), path)
                            .header(header, value)
                            .contentType("application/fhir+json")
                            .content(body.getBytes(StandardCharsets.UTF_8)))
                    .andReturn()
                    .getResponse();
            return answer.getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private int post(String body) {
        return call("POST", "/webhooks/ehr/main", "Authorization", "Bearer s3cret", body);
    }

    private List<String> stored() {
        return bench.outbox
                .jdbc
                .sql("select type || ' ' || entity from inbound order by id")
                .query(String.class)
                .list();
    }

    private void takenIn() {
        bench.start(sync.inbound);
        Awaitility.await().untilAsserted(() -> assertThat(bench.states()).containsOnly("done"));
    }

    @Test
    void onlyWhoKnowsTheSecretIsHeard() {
        assertThat(call("POST", "/webhooks/ehr/main", "X-Other", "x", "")).isEqualTo(401);
        assertThat(call("POST", "/webhooks/ehr/main", "Authorization", "Bearer wrong", ""))
                .isEqualTo(403);
        assertThat(call("POST", "/webhooks/ehr/main", "X-Webhook-Secret", "wrong", "{"))
                .isEqualTo(403);
        assertThat(call("PUT", "/webhooks/ehr/main/Patient/1", "Authorization", "Bearer wrong", ""))
                .isEqualTo(403);
        assertThat(stored()).isEmpty();
        assertThat(call("POST", "/webhooks/ehr/main", "X-Webhook-Secret", "s3cret", ""))
                .isEqualTo(200);
        String made = rows.secretMade("other");
        assertThat(rows.secretMade("other")).isEqualTo(made);
        assertThat(call("POST", "/webhooks/ehr/other", "Authorization", "bearer " + made, ""))
                .isEqualTo(200);
        assertThat(call("POST", "/webhooks/ehr/main", "Authorization", "Bearer " + made, ""))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "7",
                "{}",
                "{\"resourceType\":\"Bundle\"}",
                "{\"resourceType\":\"Patient\"}",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Parameters\"}}]}"
            })
    void whatIsNoNotificationIsMalformed(String body) {
        assertThat(post(body)).isEqualTo(400);
        assertThat(stored()).isEmpty();
    }

    @Test
    void theThingIsAskedForWhateverTheNotificationSays() {
        ehr.says("/fhir/Appointment/a", FhirDouble.appointment("a", 3, "2026-11-23T10:00:00Z"));
        String pushed = FhirDouble.appointment("a", 3, "2026-11-23T10:00:00Z").replace("\"booked\"", "\"cancelled\"");
        assertThat(call("PUT", "/webhooks/ehr/main", "Authorization", "Bearer s3cret", pushed))
                .isEqualTo(200);
        assertThat(post(pushed)).isEqualTo(200);
        takenIn();
        assertThat(bench.outbox.commands)
                .singleElement()
                .satisfies(c -> assertThat(
                                ((RecordAppointment) c.getPayload()).status().toString())
                        .isEqualTo("booked"));
    }

    @Test
    void anEventToldTwiceIsHeardOnce() {
        rows.heard("main", "s1", 0);
        assertThat(post(EVENT.formatted(1, 1, "a"))).isEqualTo(200);
        assertThat(post(EVENT.formatted(1, 1, "a"))).isEqualTo(200);
        assertThat(stored()).containsExactly("appointment.updated Appointment/a");
    }

    @Test
    void eventsThatWereLostAreAskedForByNumber() {
        rows.heard("main", "s1", 1);
        ehr.says("/fhir/Appointment/a", FhirDouble.appointment("a", 3, "2026-11-23T10:00:00Z"));
        ehr.says("/fhir/Appointment/b", FhirDouble.appointment("b", 2, "2026-11-23T10:00:00Z"));
        ehr.says("/fhir/Subscription/s1/$events", EVENT.formatted(4, 2, "b"));
        post(EVENT.formatted(4, 4, "a"));
        assertThat(stored())
                .containsExactly("appointment.updated Appointment/a", "subscription.missed Subscription/s1");
        takenIn();
        assertThat(bench.outbox.commands)
                .extracting(c -> ((RecordAppointment) c.getPayload()).outsideId())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whereTheyCannotBeAskedForEverythingIsLookedThrough() {
        rows.heard("main", "s1", 1);
        ehr.says("/fhir/Appointment?", FhirDouble.bundle(null, FhirDouble.appointment("b", 2, "2026-11-23T10:00:00Z")));
        assertThat(post(R4B.formatted("heartbeat", 3, ""))).isEqualTo(200);
        assertThat(stored()).containsExactly("subscription.missed Subscription/s1");
        takenIn();
        assertThat(bench.outbox.commands)
                .extracting(c -> ((RecordAppointment) c.getPayload()).outsideId())
                .containsExactly("b");
    }

    @Test
    void aHandshakeBeginsTheCountAndAHeartbeatInOrderAsksForNothing() {
        assertThat(post(R4B.formatted("handshake", 0, ""))).isEqualTo(200);
        assertThat(post(R4B.formatted("heartbeat", 0, ""))).isEqualTo(200);
        assertThat(post(R4B.formatted(
                        "event-notification",
                        1,
                        ",\"notificationEvent\":[{\"eventNumber\":\"1\",\"focus\":{\"reference\":\"Patient/p7\"}}]")))
                .isEqualTo(200);
        assertThat(stored()).containsExactly("patient.updated Patient/p7");
    }

    @Test
    void whatIsOfNoInterestIsAnsweredAndForgotten() {
        assertThat(post("{\"resourceType\":\"Observation\",\"id\":\"o\"}")).isEqualTo(200);
        assertThat(call("PUT", "/webhooks/ehr/main/Observation/o", "Authorization", "Bearer s3cret", ""))
                .isEqualTo(200);
        assertThat(stored()).isEmpty();
        assertThat(call("DELETE", "/webhooks/ehr/main/Appointment/a", "Authorization", "Bearer s3cret", ""))
                .isEqualTo(200);
        assertThat(stored()).containsExactly("appointment.updated Appointment/a");
    }
}

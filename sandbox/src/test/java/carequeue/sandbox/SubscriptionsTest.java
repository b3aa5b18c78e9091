package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who subscribed is told what is written and deleted, in the way they asked for, and can ask again for what they missed. */
class SubscriptionsTest {

    private static final String TOPIC = "urn:carequeue:sandbox:topic:changes";

    @TempDir
    Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private RunningSandbox sandbox;
    private HttpServer subscriber;

    @BeforeEach
    void start() throws IOException {
        sandbox = RunningSandbox.in(directory);
        subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        subscriber.start();
    }

    @AfterEach
    void stop() {
        subscriber.stop(0);
        sandbox.close();
    }

    private Subscription subscribe(String criteria, String payload) {
        var wanted = new Subscription()
                .setStatus(SubscriptionStatus.REQUESTED)
                .setReason("test")
                .setCriteria(criteria);
        wanted.getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setEndpoint("http://localhost:" + subscriber.getAddress().getPort() + "/hook")
                .setPayload(payload)
                .addHeader("Authorization: Bearer s3cret");
        return (Subscription) sandbox.ehr.create().resource(wanted).execute().getResource();
    }

    private Appointment move() {
        Appointment one = sandbox.all(Appointment.class).get(0);
        return sandbox.update(one.setDescription("moved"));
    }

    private String told(int which) {
        await().until(() -> told.size() > which);
        return told.get(which);
    }

    private static Parameters status(String request) {
        String body = request.substring(request.indexOf('{'));
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, body);
        return (Parameters) bundle.getEntryFirstRep().getResource();
    }

    @Test
    void byCriteriaWithoutPayloadOnlyTheFactIsTold() {
        assertThat(subscribe("Appointment?", null).getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
        move();
        assertThat(told(0)).isEqualTo("POST /hook Bearer s3cret ");
    }

    @Test
    void byCriteriaWithPayloadTheResourceIsPut() {
        subscribe("Patient?", "application/fhir+json");
        subscribe("Appointment?", "application/fhir+json");
        Appointment moved = move();
        assertThat(told(0))
                .startsWith("PUT /hook/Appointment/" + moved.getIdElement().getIdPart())
                .contains("\"description\":\"moved\"");
    }

    @Test
    void byTopicEventsAreCountedAndCanBeAskedForAgainAlsoAfterARestart() {
        String id = subscribe(TOPIC, "application/fhir+json").getIdElement().getIdPart();
        assertThat(status(told(0)).getParameter("type").getValue().primitiveValue())
                .isEqualTo("handshake");
        move();
        move();
        told(2);
        assertThat(told.subList(1, 3))
                .extracting(t -> status(t)
                        .getParameter("events-since-subscription-start")
                        .getValue()
                        .primitiveValue())
                .containsExactlyInAnyOrder("1", "2");
        sandbox.close();
        sandbox = RunningSandbox.in(directory);
        String again = sandbox.get("/fhir/Subscription/" + id + "/$events?eventsSinceNumber=2")
                .body();
        assertThat(again)
                .contains("\"query-event\"")
                .contains("\"valueString\":\"2\"")
                .contains("Appointment/");
    }

    @Test
    void whatIsDeletedIsGoneAndStandsInTheHistory() {
        subscribe(TOPIC, "application/fhir+json");
        String id = sandbox.all(Appointment.class).get(0).getIdElement().getIdPart();
        assertThat(sandbox.send(HttpRequest.newBuilder(sandbox.uri("/records/Appointment/" + id))
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThatThrownBy(() -> sandbox.read(Appointment.class, id)).isInstanceOf(ResourceGoneException.class);
        assertThat(told(1)).contains("\"method\":\"DELETE\"");
        sandbox.close();
        sandbox = RunningSandbox.in(directory);
        Bundle history = sandbox.ehr
                .history()
                .onType(Appointment.class)
                .returnBundle(Bundle.class)
                .count(500)
                .execute();
        assertThat(history.getEntry())
                .filteredOn(entry -> entry.getRequest().getMethod() == Bundle.HTTPVerb.DELETE)
                .singleElement()
                .satisfies(entry -> assertThat(entry.getRequest().getUrl() + entry.getFullUrl())
                        .contains(id));
        assertThat(sandbox.all(Appointment.class))
                .noneMatch(a -> a.getIdElement().getIdPart().equals(id));
    }

    @Test
    void whatItCannotTellIsRefused() {
        assertThatThrownBy(() -> subscribe("Observation?code=1", null))
                .isInstanceOf(UnprocessableEntityException.class);
    }

    @Test
    void theTopicStandsInTheCapabilities() {
        assertThat(sandbox.get("/fhir/metadata").body()).contains(TOPIC).contains("history-type");
    }
}

package carequeue.adapter.sync;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.sync.WebhookSettings.Subscribe;
import carequeue.sandbox.Sandbox;
import carequeue.store.TestKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** We subscribe where the EHR offers it and we can be reached, once, and renew it. */
class SubscribingTest {

    @TempDir
    Path directory;

    private final OutboxBench bench = new OutboxBench();
    private final SubscriptionRows rows = new SubscriptionRows(bench.jdbc, bench.transaction, TestKeys.fixed());
    private Sandbox.Running sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(directory, 0);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        bench.close();
    }

    private Subscribing subscribing(Subscribe how, String ehrUrl, MockEnvironment environment) {
        var ehr = new EhrBench(ehrUrl);
        return new Subscribing(
                ehr.ehr,
                rows,
                new SyncLease(bench.jdbc, bench.transaction),
                new WebhookSettings(null, how, "main", null, List.of()),
                ehr.settings,
                environment,
                Clock.systemUTC());
    }

    private void run(Subscribe how) {
        Subscribing one = subscribing(how, sandbox.fhirUrl(), new MockEnvironment());
        one.reachableAt(1);
        one.turn();
    }

    private String subscriptions() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(sandbox.fhirUrl() + "/Subscription"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void byTopicWhereThereIsOneAndARestartRenewsIt() throws Exception {
        run(Subscribe.AUTO);
        run(Subscribe.AUTO);
        assertThat(subscriptions())
                .contains("\"total\":1", "urn:carequeue:sandbox:topic:changes", "id-only", "\"versionId\":\"2\"")
                .contains("http://localhost:1/webhooks/ehr/main")
                .contains("Authorization: Bearer " + rows.secret("main").orElseThrow());
    }

    @Test
    void byCriteriaWhereThatIsWanted() throws Exception {
        run(Subscribe.REST_HOOK);
        assertThat(subscriptions()).contains("\"total\":2", "\"Patient?\"", "\"Appointment?\"");
    }

    @Test
    void aSubscriptionThatIsGoneIsMadeAnew() throws Exception {
        run(Subscribe.AUTO);
        String first =
                rows.subscribed("main", "urn:carequeue:sandbox:topic:changes").orElseThrow();
        var delete = HttpRequest.newBuilder(URI.create(sandbox.fhirUrl() + "/Subscription/" + first))
                .DELETE()
                .build();
        HttpClient.newHttpClient().send(delete, BodyHandlers.discarding());
        run(Subscribe.AUTO);
        assertThat(rows.subscribed("main", "urn:carequeue:sandbox:topic:changes"))
                .isPresent()
                .get()
                .isNotEqualTo(first);
    }

    @Test
    void notWhereItIsSwitchedOffOrTheEhrIsAway() throws Exception {
        run(Subscribe.OFF);
        subscribing(Subscribe.AUTO, "http://localhost:1/fhir", new MockEnvironment())
                .turn();
        assertThat(subscriptions()).contains("\"total\":0");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:1/fhir,,http://localhost:8080/webhooks/ehr/main",
        "https://ehr.example/fhir,,",
        "https://ehr.example/fhir,https://clinic.example/,https://clinic.example/webhooks/ehr/main"
    })
    void theAddressIsThePublicOneOrThisMachinesForAnEhrOnIt(String ehr, String own, URI address) {
        var environment = new MockEnvironment();
        if (own != null) {
            environment.setProperty("carequeue.public-url", own);
        }
        assertThat(subscribing(Subscribe.AUTO, ehr, environment).address(8080)).isEqualTo(address);
    }
}

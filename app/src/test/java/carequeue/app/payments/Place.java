package carequeue.app.payments;

import java.time.Duration;
import java.util.List;

/** Where the payments take place: nodes of the clinic, and the provider beside them. */
interface Place extends AutoCloseable {

    String PASSWORD = "the-password-of-the-tests";

    /** Where the nodes answer. */
    List<String> origins();

    /** Where the provider answers. */
    String provider();

    /** The clocks of all of them are so much further. */
    void moveOn(Duration by);

    /** Nodes are struck at so large a share of their steps; 0 leaves them alone. */
    void strikes(double share);

    /** How often a node was struck or killed. */
    int kills();

    @Override
    void close();

    /** What every node is told of its surroundings. */
    static List<String> settings(String jdbcUrl, String user, String password, String sandbox) {
        return List.of(
                "--carequeue.database.url=" + jdbcUrl,
                "--carequeue.database.username=" + user,
                "--carequeue.database.password=" + password,
                "--carequeue.secret=a-secret-of-the-tests-that-is-long-enough",
                "--carequeue.demo-password=" + PASSWORD,
                "--carequeue.ehr.url=" + sandbox + "/fhir",
                "--carequeue.ehr.webhook.subscribe=off",
                "--carequeue.sandbox.enabled=false",
                "--carequeue.stripe.url=" + sandbox + "/stripe",
                "--carequeue.stripe.api-key=sk_test_sandbox",
                "--carequeue.stripe.webhook-secret=whsec_sandbox",
                "--carequeue.outbox.lease=2s",
                "--carequeue.outbox.backoff-first=100ms",
                "--carequeue.outbox.backoff-most=1s",
                "--carequeue.inbound.lease=2s",
                "--carequeue.inbound.backoff-first=100ms",
                "--carequeue.inbound.backoff-most=1s",
                "--resilience4j.circuitbreaker.instances.payment.wait-duration-in-open-state=300ms");
    }
}

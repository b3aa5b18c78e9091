package carequeue.adapter.payment;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.filter.FilterBench;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.payment.stripe.StripePayments;
import carequeue.adapter.secrets.Secret;
import carequeue.api.Money;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptEvent.CancelRequested;
import carequeue.api.payment.AttemptEvent.CaptureRequested;
import carequeue.api.payment.PaymentCommand.ReportAttempt;
import carequeue.api.payment.PaymentCommand.ReportRefund;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.RefundEvent.RefundRequested;
import carequeue.sandbox.Sandbox;
import carequeue.sandbox.Settings;
import carequeue.store.TestPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The adapter of payments as it is wired in production, against the sandbox over HTTP, its effects carried out one by one. */
public final class PaymentBench implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HikariDataSource database = TestPostgres.fresh();
    public final JdbcClient jdbc = JdbcClient.create(database);
    public final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    public final Sandbox.Running sandbox;
    public Instant now = Instant.now();
    public final Clock clock = new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    public final Charges charges = new Charges(jdbc, transaction, clock);
    public final Customers customers = new Customers(jdbc, transaction);
    public final CardRefunds refunds = new CardRefunds(jdbc);
    public final StripePayments stripe;
    public final PaymentSettings settings;
    private final HttpClient http = HttpClient.newHttpClient();

    public PaymentBench() throws IOException {
        this(Map.of());
    }

    /** With sites that have accounts or readers of their own. */
    public PaymentBench(Map<String, PaymentSite> sites) throws IOException {
        sandbox = Sandbox.start(
                Settings.of(Files.createTempDirectory("stripe"), 0).withClock(clock));
        settings = new PaymentSettings(
                sandbox.url() + "/stripe",
                Secret.of("sk_test_sandbox"),
                List.of(Secret.of("whsec_sandbox")),
                "https://clinic.example/paid",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                sites);
        stripe = processor(settings);
    }

    /** The adapter with other settings. */
    public StripePayments processor(PaymentSettings other) {
        EhrBench around = new EhrBench("http://localhost:1/fhir");
        // What follows one another here are many outages in a second.
        around.breakers.circuitBreaker(PaymentProcessor.PAYMENT).transitionToDisabledState();
        ReturnPages returns = new ReturnPages(other, null, null);
        return new StripePayments(other, charges, customers, returns, around.guards, FilterBench.on(jdbc, transaction));
    }

    /** An attempt that began now. */
    public AttemptStarted started(PaymentMethod method, long amount, boolean manual, String card) {
        return startedAt("main", method, amount, manual, card);
    }

    /** The same at another site. */
    public AttemptStarted startedAt(String siteId, PaymentMethod method, long amount, boolean manual, String card) {
        int number = NUMBER.incrementAndGet();
        var event = new AttemptStarted(
                "pay-" + number,
                "att-" + number,
                1,
                method,
                usd(amount),
                manual,
                null,
                card,
                siteId,
                "visit-" + number,
                "patient-" + number,
                PaymentPolicy.DEFAULT.terms(),
                "desk",
                now);
        transaction.executeWithoutResult(status -> charges.begin(event));
        return event;
    }

    /** History says that so much was taken. */
    public void captured(AttemptStarted event, long amount) {
        transaction.executeWithoutResult(status -> charges.captured(event.attemptId(), amount, now));
    }

    /** History says that so much was given back. */
    public void refundDone(AttemptStarted event, String refundId, long amount, String providerId) {
        transaction.executeWithoutResult(status -> {
            refunds.outside(refundId, event.attemptId(), amount);
            refunds.done(refundId, providerId, now);
        });
    }

    public static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    public ReportAttempt start(AttemptStarted event) {
        return (ReportAttempt) carry(new StartCharge(charges, begun()), event, 1);
    }

    public ReportAttempt check(AttemptStarted event) {
        return (ReportAttempt) carry(new CheckCharge(charges, begun()), event, 1);
    }

    public ReportAttempt cancel(AttemptStarted event) {
        transaction.executeWithoutResult(status -> charges.callOff(event.attemptId()));
        var asked = new CancelRequested(event.paymentId(), event.attemptId(), null, "changed their mind", now);
        return (ReportAttempt) carry(new CancelCharge(charges, stripe, begun()), asked, 1);
    }

    public ReportAttempt capture(AttemptStarted event, long amount) {
        var asked = new CaptureRequested(event.paymentId(), event.attemptId(), null, usd(amount), now);
        return (ReportAttempt) carry(new CaptureCharge(charges, stripe), asked, 1);
    }

    public ReportRefund refund(AttemptStarted event, String refundId, long amount, int attempts) {
        var asked = new RefundRequested(
                event.paymentId(),
                refundId,
                event.attemptId(),
                event.method(),
                null,
                usd(amount),
                "too much",
                null,
                event.siteId(),
                "billing",
                null,
                now);
        return (ReportRefund) carry(new GiveBack(stripe, charges), asked, attempts);
    }

    public Begun begun() {
        return new Begun(stripe, clock);
    }

    /** Carries an effect out and answers what the clinic would be told. */
    public Object carry(Effect effect, PaymentEvent event, int attempts) {
        var row = new Attempt.Row(1, "e", effect.name(), "payment", event.paymentId(), 0, "k", null, attempts, false);
        List<Answer> answers = new ArrayList<>();
        effect.carryOut(new Attempt(row, GenericEventMessage.asEventMessage(event)), answers);
        return answers.get(0).command();
    }

    /** Does something at the provider's control. */
    public JsonNode control(String path) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/stripe/control" + path))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    public void faults(String json) {
        send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** What the provider has in its ledger for an attempt. */
    public List<JsonNode> ledger(AttemptStarted event) {
        List<JsonNode> rows = new ArrayList<>();
        send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/stripe/control/ledger")))
                .get("items")
                .forEach(rows::add);
        return rows.stream()
                .filter(r ->
                        event.attemptId().equals(r.at("/metadata/attempt_id").asText()))
                .toList();
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.header("Accept", "application/json").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).as("answer " + answer.statusCode()).doesNotStartWith("<");
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
        database.close();
    }
}

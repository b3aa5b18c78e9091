package carequeue.adapter.payer;

import static org.awaitility.Awaitility.await;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.FilterRules;
import carequeue.adapter.filter.Transformations;
import carequeue.adapter.filter.jose.PartnerKeys;
import carequeue.adapter.filter.jose.PartnerSettings;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.payer.PayerLine.Kind;
import carequeue.adapter.payer.clearinghouse.ClearingHousePayer;
import carequeue.adapter.payer.fhir.FhirPayer;
import carequeue.adapter.x12.ControlNumbers;
import carequeue.api.Phi;
import carequeue.api.eligibility.EligibilityCommand.RecordEligibility;
import carequeue.api.eligibility.EligibilityEvent.EligibilityRequested;
import carequeue.api.eligibility.EligibilityEvent.Why;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.sandbox.Sandbox;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** The sandbox's payer, asked by events of a history of its own; what the clinic is told is kept. */
abstract class PayerStage {

    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path directory;

    final OutboxBench bench = new OutboxBench().hearing(RecordEligibility.class);
    final PayerBench around = new PayerBench();
    final PastEvents past = new PastEvents(bench.events, bench.transaction);
    Sandbox.Running sandbox;
    PayerService payer;
    Dispatcher dispatcher;
    AnnotationEventHandlerAdapter handler;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(directory, 0);
    }

    @AfterEach
    void stop() {
        dispatcher.stop();
        sandbox.close();
        bench.close();
    }

    void by(Way way) {
        PayerLine line =
                PayerBench.line(sandbox.url() + way.path, way.kind, way.form, null, sandbox.url() + "/payer/token");
        payer = way.kind == Kind.FHIR
                ? new FhirPayer(
                        "payer",
                        line,
                        around.settings,
                        around.guards,
                        new OpenQuestions(bench.jdbc, bench.transaction),
                        Clock.systemUTC())
                : new ClearingHousePayer(
                        "payer",
                        line,
                        around.settings,
                        around.guards,
                        new ControlNumbers(bench.jdbc, bench.transaction),
                        Clock.systemUTC());
        Filter filter = new Filter(
                new FilterRules(new ClassPathResource("filter/rules.json"), new ObjectMapper()),
                new PartnerKeys(new PartnerSettings(Map.of())),
                new Transformations(bench.jdbc, bench.transaction));
        var ask = new AskPayer(payer, new Askings(past, filter), new Pace(around.bulkheads, around.rates));
        handler = new AnnotationEventHandlerAdapter(new PayerEvents(bench.outbox, around.settings, List.of(ask)));
        dispatcher = bench.node(ask);
        dispatcher.start();
    }

    void covered(String patient, String member) {
        var person = new Demographics(
                null, Phi.of("Ann"), Phi.of("Lee"), Phi.of(LocalDate.of(1980, 2, 3)), Phi.of("555-0100"), null, null);
        bench.happened(patient, new PatientRegistered(patient, "main", person));
        var coverage = new Coverage(
                "cov",
                CoverageOrder.PRIMARY,
                "60054",
                "Aetna",
                Phi.of(member),
                null,
                Relationship.SELF,
                null,
                null,
                null);
        bench.happened(patient, new CoverageRecorded(patient, coverage, "desk"));
    }

    EligibilityRequested asked(String check, String visit, int ask) {
        var coverage = new carequeue.api.patient.CoverageRef("cov", CoverageOrder.PRIMARY, "60054", "Aetna", true);
        return new EligibilityRequested(
                check,
                "verification",
                visit,
                null,
                "main",
                "patient-" + check,
                coverage,
                List.of(),
                DAY,
                ask,
                ask == 1 ? Why.FIRST : Why.RETRY,
                EligibilityPolicy.DEFAULT,
                NOW,
                NOW);
    }

    /** The question gets into history and is heard. */
    void happens(EligibilityRequested event) {
        var message = bench.happened(event.checkId(), event);
        var token = new GlobalSequenceTrackingToken(bench.nextPosition());
        bench.transaction.executeWithoutResult(status -> {
            try {
                handler.handle(new GenericTrackedDomainEventMessage<>(token, message));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void ask(String check, String member) {
        covered("patient-" + check, member);
        happens(asked(check, "visit-" + check, 1));
    }

    List<RecordEligibility> answers() {
        return bench.commands.stream()
                .map(command -> (RecordEligibility) command.getPayload())
                .toList();
    }

    RecordEligibility answer() {
        await().atMost(Duration.ofSeconds(10)).until(() -> !answers().isEmpty());
        return answers().get(0);
    }

    long arrived() {
        return get("/payer/fhir/asked").split("\"id\"", -1).length - 1;
    }

    void faults(String with) {
        send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"service\":\"payer\"" + with + "}")));
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + path)));
    }

    static String send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

package carequeue.adapter.ehr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.ehr.fhir.FhirDouble;
import carequeue.adapter.filter.FilterBench;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.outbox.PastEvents;
import carequeue.api.Phi;
import carequeue.api.conflict.ConflictEvent.ConflictRaised;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Said;
import carequeue.api.conflict.Side;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.site.ConflictPolicy.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changed here of a patient is written to the EHR once; who somebody is only when a person has decided so. */
class WritePatientTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String STATEMENT =
            "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"4.0.1\",\"rest\":[{\"mode\":\"server\",\"resource\":"
                    + "[{\"type\":\"Patient\",\"interaction\":[{\"code\":\"read\"},{\"code\":\"update\"}]}]}]}";

    private final OutboxBench bench = new OutboxBench().hearing(RecordPatient.class);
    private final FhirDouble fhir = new FhirDouble();
    private Dispatcher dispatcher;
    private AnnotationEventHandlerAdapter handler;

    @BeforeEach
    void start() {
        var past = new PastEvents(bench.events, bench.transaction);
        var links = new Links(bench.jdbc, bench.transaction);
        var visits = new Visits(bench.jdbc, bench.transaction);
        Effect write = new WritePatient(
                new EhrBench(fhir.url()).ehr,
                links,
                new Edits(past),
                FilterBench.on(bench),
                DemonstrationSite.sites(),
                Clock.systemUTC());
        handler = new AnnotationEventHandlerAdapter(
                new EhrEvents(bench.outbox, links, visits, List.of(write), new EhrChoice(EhrKind.GENERIC, false)));
        dispatcher = bench.node(write);
        dispatcher.start();
        fhir.on("GET /metadata", STATEMENT).on("PUT /Patient/17", 200, "");
        happens("p1", new PatientRecorded("p1", "main", who("Ward", "555-0101"), "ehr", "17", "3", false, NOW));
    }

    @AfterEach
    void stop() {
        dispatcher.stop();
        fhir.close();
        bench.close();
    }

    private void happens(String aggregateId, Object event) {
        var message = bench.happened(aggregateId, event);
        var token = new GlobalSequenceTrackingToken(bench.nextPosition());
        bench.transaction.executeWithoutResult(status -> {
            try {
                handler.handle(new GenericTrackedDomainEventMessage<>(token, message));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Demographics who(String lastName, String phone) {
        return new Demographics(
                Phi.of("M12345"),
                Phi.of("Mary"),
                Phi.of(lastName),
                Phi.of(LocalDate.of(1961, 4, 30)),
                Phi.of(phone),
                null,
                null);
    }

    private static String patient(int version, String lastName, String phone) {
        return """
            {"resourceType":"Patient","id":"17","meta":{"versionId":"%d"},"birthDate":"1961-04-30",
             "identifier":[{"type":{"coding":[{"code":"MR"}]},"system":"urn:carequeue:sandbox:mrn","value":"M12345"}],
             "name":[{"family":"%s","given":["Mary"]}],"telecom":[{"system":"phone","value":"%s"}]}\
            """.formatted(version, lastName, phone);
    }

    private void isDone() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(bench.states())
                        .as(bench.ledgerSays().toString())
                        .containsOnly("done"));
    }

    private List<FhirDouble.Call> writes() {
        return fhir.calls.stream().filter(call -> call.method().equals("PUT")).toList();
    }

    private void here(Demographics who) {
        happens("p1", new PatientRecorded("p1", "main", who, Said.US, null, null, false, NOW));
    }

    @Test
    void aTelephoneIsWritten() {
        fhir.once("GET /Patient/17", 200, patient(3, "Ward", "555-0101"));
        fhir.on("GET /Patient/17", patient(4, "Ward", "555-0199"));
        here(who("Ward", "555-0199"));
        isDone();
        assertThat(writes())
                .singleElement()
                .satisfies(put -> assertThat(put.body()).contains("555-0199"));
        assertThat(bench.commands).isEmpty();
    }

    @Test
    void aTelephoneThatTheEhrChangedMeanwhileIsNewsAndNotOverwritten() {
        fhir.on("GET /Patient/17", patient(4, "Ward", "555-0777"));
        here(who("Ward", "555-0199"));
        isDone();
        assertThat(writes()).isEmpty();
        assertThat(bench.commands).singleElement().satisfies(news -> {
            var said = (RecordPatient) news.getPayload();
            assertThat(said.demographics().phone().get()).isEqualTo("555-0777");
            assertThat(said.rules()).isNotNull();
        });
    }

    @Test
    void aNameIsNotWrittenUntilAPersonHasDecided() {
        fhir.on("GET /Patient/17", patient(3, "Ward", "555-0101"));
        here(who("Warden", "555-0101"));
        isDone();
        assertThat(writes()).isEmpty();
        assertThat(bench.commands).hasSize(1);

        fhir.once("GET /Patient/17", 200, patient(3, "Ward", "555-0101"));
        fhir.on("GET /Patient/17", patient(4, "Warden", "555-0101"));
        var ours = new carequeue.api.conflict.Said(Said.US, Phi.of("Warden"), NOW, null);
        var theirs = new carequeue.api.conflict.Said("ehr", Phi.of("Ward"), NOW, "3");
        bench.happened(
                "c1",
                new ConflictRaised(
                        "c1",
                        "main",
                        ConflictSubject.PATIENT,
                        "p1",
                        "p1",
                        null,
                        "patient.last-name",
                        ours,
                        theirs,
                        Rule.BY_A_PERSON,
                        "conflict-rules/1",
                        NOW));
        happens("c1", decided(Side.OURS, "Warden"));
        isDone();
        assertThat(writes())
                .singleElement()
                .satisfies(put -> assertThat(put.body()).contains("Warden"));
    }

    @Test
    void theirSideIsNothingToWrite() {
        happens("c1", decided(Side.THEIRS, "Ward"));
        assertThat(bench.states()).isEmpty();
    }

    private static ConflictResolved decided(Side side, String value) {
        return new ConflictResolved(
                "c1",
                "main",
                ConflictSubject.PATIENT,
                "p1",
                "p1",
                null,
                "patient.last-name",
                "ehr",
                Rule.BY_A_PERSON,
                side,
                Phi.of(value),
                "morgan",
                "shown an identity card",
                NOW);
    }
}

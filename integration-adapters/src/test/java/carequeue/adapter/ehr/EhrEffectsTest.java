package carequeue.adapter.ehr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.filter.FilterBench;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.ServiceReturned;
import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientCommand.RecordCoverages;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.visit.Identification;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.AnswerLookup;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.NoteTold;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import carequeue.api.visit.VisitEvent.PatientLookupRequested;
import carequeue.api.visit.VisitEvent.ServiceBegun;
import carequeue.api.visit.VisitEvent.VisitCancelled;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A visit's events are told to the EHR, in order and once, and what came of it is told to the clinic. */
class EhrEffectsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @TempDir
    Path directory;

    private final OutboxBench bench = new OutboxBench()
            .hearing(
                    NoteTold.class,
                    NoteWritten.class,
                    RaiseItem.class,
                    CloseItem.class,
                    AnswerLookup.class,
                    RecordPatient.class,
                    LinkPatient.class,
                    RecordCoverages.class);
    private final String visit = UUID.randomUUID().toString();
    private Sandbox.Running sandbox;
    private IGenericClient look;
    private AnnotationEventHandlerAdapter handler;
    private Dispatcher dispatcher;
    private EhrService ehr;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(directory, 0);
        FhirContext fhir = FhirContext.forR4();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        look = fhir.newRestfulGenericClient(sandbox.fhirUrl());
        ehr = new EhrBench(sandbox.fhirUrl()).ehr;
        var links = new Links(bench.jdbc, bench.transaction);
        var visits = new Visits(bench.jdbc, bench.transaction);
        var patients = new EhrPatients(
                ehr, links, visits, new PastEvents(bench.events, bench.transaction), FilterBench.on(bench));
        List<Effect> effects = new ArrayList<>();
        effects.add(new FindPatient(ehr, links, visits, patients, DemonstrationSite.sites(), Clock.systemUTC()));
        effects.add(new ReadCoverages(ehr, links, visits, new PastEvents(bench.events, bench.transaction), patients));
        for (VisitStep step : VisitStep.values()) {
            effects.add(new TellVisit(step, ehr, links, visits, patients));
        }
        handler = new AnnotationEventHandlerAdapter(
                new EhrEvents(bench.outbox, links, visits, effects, new EhrChoice(EhrKind.GENERIC, false)));
        dispatcher = bench.node(effects.toArray(Effect[]::new));
        dispatcher.start();
    }

    @AfterEach
    void stop() {
        dispatcher.stop();
        sandbox.close();
        bench.close();
    }

    /** The event gets into history and is heard, as a processor of the group would hear it. */
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

    private void ehrIsOut(boolean out) {
        try {
            String body = "{\"service\":\"ehr\",\"latencyMillis\":0,\"errorRate\":0,\"outage\":" + out
                    + ",\"timeout\":false}";
            var request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/faults"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the watch over the health does it: a probe goes past the breaker, and its answer wakes what waits. */
    private void theEhrIsBack() {
        ehrIsOut(false);
        ehr.guard().probe(ehr::probe);
        bench.outbox.on(new ServiceReturned("ehr"));
    }

    private <T> List<T> sent(Class<T> type) {
        return bench.commands.stream()
                .map(command -> command.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<OpenItem> told() {
        return sent(NoteTold.class).stream().map(NoteTold::what).toList();
    }

    private Appointment anAppointment() {
        return look
                .search()
                .forResource(Appointment.class)
                .where(Appointment.STATUS.exactly().code("booked"))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> (Appointment) entry.getResource())
                .filter(a -> !patientOf(a).startsWith("broken"))
                .findFirst()
                .orElseThrow();
    }

    private static String patientOf(Appointment appointment) {
        return appointment.getParticipant().stream()
                .map(p -> p.getActor().getReferenceElement())
                .filter(actor -> "Patient".equals(actor.getResourceType()))
                .findFirst()
                .orElseThrow()
                .getIdPart();
    }

    private void known(Appointment appointment) {
        String patient = patientOf(appointment);
        happens("p1", new PatientRecorded("p1", "main", who("Ward"), "ehr", patient, "1", false, NOW));
        happens(
                "a1",
                new AppointmentBooked(
                        "a1",
                        "main",
                        "lab",
                        null,
                        "p1",
                        NOW,
                        NOW.plusSeconds(900),
                        null,
                        AppointmentStatus.BOOKED,
                        "ehr",
                        appointment.getIdElement().getIdPart(),
                        "1",
                        NOW));
    }

    private static Demographics who(String lastName) {
        return new Demographics(
                null,
                Phi.of("Walter"),
                Phi.of(lastName),
                Phi.of(LocalDate.of(1970, 2, 3)),
                Phi.of("555 010 7788"),
                null,
                null);
    }

    private CheckInRequested request(
            String patientId, Identification identification, String appointmentId, boolean lookUp) {
        return new CheckInRequested(
                visit,
                "main",
                LocalDate.of(2026, 11, 23),
                Channel.DESK,
                patientId,
                identification,
                lookUp,
                appointmentId,
                "lab",
                null,
                null,
                null,
                null,
                Duration.ofSeconds(2),
                NOW);
    }

    private VisitPlaced placed(String patientId, String appointmentId) {
        return new VisitPlaced(visit, patientId, appointmentId, "q", "e", "L-001", NOW);
    }

    private Encounter encounter() {
        return (Encounter) look.search()
                .forResource(Encounter.class)
                .where(Encounter.IDENTIFIER.exactly().systemAndIdentifier("urn:carequeue:visit", visit))
                .returnBundle(Bundle.class)
                .execute()
                .getEntryFirstRep()
                .getResource();
    }

    private void allDone() {
        await().untilAsserted(
                        () -> assertThat(bench.ledgerSays()).isNotEmpty().allMatch(row -> row.endsWith("done: -")));
    }

    @Test
    void aBookedVisitIsToldFromArrivalToEnd() {
        Appointment appointment = anAppointment();
        known(appointment);
        happens(visit, request("p1", null, "a1", true));
        happens(visit, placed("p1", "a1"));
        happens(visit, new ServiceBegun(visit, "p1", NOW));
        happens(visit, new VisitFinished(visit, "p1", "a1", NOW));
        allDone();
        assertThat(told())
                .containsExactly(
                        OpenItem.EHR_ARRIVED, OpenItem.EHR_CHECKED_IN, OpenItem.EHR_IN_PROGRESS, OpenItem.EHR_FINISHED);
        assertThat(sent(NoteWritten.class)).extracting(NoteWritten::version).containsExactly("2", "3", "4");
        assertThat(sent(RaiseItem.class)).isEmpty();
        assertThat(encounter().getStatus()).isEqualTo(Encounter.EncounterStatus.FINISHED);
        assertThat(look.read()
                        .resource(Appointment.class)
                        .withId(appointment.getIdElement().getIdPart())
                        .execute()
                        .getStatus())
                .isEqualTo(Appointment.AppointmentStatus.FULFILLED);
    }

    @Test
    void aKnownPatientIsReadAgainAtCheckIn() {
        Appointment appointment = anAppointment();
        known(appointment);
        happens(visit, request("p1", null, "a1", true));
        happens(visit, new PatientLookupRequested(visit, "main", "p1", null, NOW));
        allDone();
        assertThat(sent(RecordPatient.class)).singleElement().satisfies(recorded -> {
            assertThat(recorded.patientId()).isEqualTo("p1");
            assertThat(recorded.outsideId()).isEqualTo(patientOf(appointment));
        });
        assertThat(sent(AnswerLookup.class)).containsExactly(new AnswerLookup(visit, LookupOutcome.FOUND, "p1", null));
    }

    @Test
    void aBrokenPatientIsAnsweredWithTheFieldsThatAreWrong() {
        happens("p1", new PatientRecorded("p1", "main", who("Ward"), "ehr", "broken-no-mrn", "1", false, NOW));
        happens(visit, new PatientLookupRequested(visit, "main", "p1", null, NOW));
        allDone();
        assertThat(sent(AnswerLookup.class))
                .containsExactly(new AnswerLookup(visit, LookupOutcome.INVALID, null, "mrn missing"));
    }

    @Test
    void aStrangeRecordNumberIsNotFound() {
        var asked = new Identification(Phi.of("ZZZZZZ99"), null, null, null, null);
        happens(visit, new PatientLookupRequested(visit, "main", "provisional", asked, NOW));
        allDone();
        assertThat(sent(AnswerLookup.class))
                .containsExactly(new AnswerLookup(visit, LookupOutcome.NOT_FOUND, null, null));
    }

    @Test
    void aWalkInIsMadeInTheEhrAndLinked() {
        happens("p9", new PatientRegistered("p9", "main", who("Quirk")));
        happens(visit, request("p9", null, null, false));
        allDone();
        Patient made = (Patient) look.search()
                .forResource(Patient.class)
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier("urn:carequeue:patient", "p9"))
                .returnBundle(Bundle.class)
                .execute()
                .getEntryFirstRep()
                .getResource();
        String id = made.getIdElement().getIdPart();
        assertThat(sent(LinkPatient.class)).containsExactly(new LinkPatient("p9", "ehr", id));
        assertThat(sent(CloseItem.class)).extracting(CloseItem::item).containsExactly(OpenItem.PATIENT_TYPED_IN);
        assertThat(told()).containsExactly(OpenItem.EHR_ARRIVED);
        assertThat(encounter().getSubject().getReference()).isEqualTo("Patient/" + id);
    }

    @Test
    void whileTheEhrIsOutItemsAreOpenAndItsReturnMakesUpForEverythingInOrder() {
        Appointment appointment = anAppointment();
        known(appointment);
        ehrIsOut(true);
        happens(visit, request("p1", null, "a1", true));
        happens(visit, new PatientLookupRequested(visit, "main", "p1", null, NOW));
        happens(visit, placed("p1", "a1"));
        await().untilAsserted(() -> assertThat(sent(RaiseItem.class)).hasSize(1));
        await().untilAsserted(() -> assertThat(sent(AnswerLookup.class)).hasSize(1));
        assertThat(sent(RaiseItem.class))
                .containsExactly(new RaiseItem(visit, OpenItem.EHR_ARRIVED, "ehr answered 503"));
        assertThat(sent(AnswerLookup.class).get(0).outcome()).isEqualTo(LookupOutcome.UNAVAILABLE);

        theEhrIsBack();
        allDone();
        assertThat(told()).containsExactly(OpenItem.EHR_ARRIVED, OpenItem.EHR_CHECKED_IN);
        assertThat(sent(AnswerLookup.class))
                .extracting(AnswerLookup::outcome)
                .containsExactly(LookupOutcome.UNAVAILABLE, LookupOutcome.FOUND);
    }

    @Test
    void aPersonTypedInDuringAnOutageWhomTheEhrKnowsIsNotMadeASecondTime() {
        String theirs = patientOf(anAppointment());
        Patient known = look.read().resource(Patient.class).withId(theirs).execute();
        String mrn = known.getIdentifier().stream()
                .filter(id -> id.getSystem().equals("urn:carequeue:sandbox:mrn"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var asked = new Identification(Phi.of(mrn), null, null, null, null);
        ehrIsOut(true);
        happens(visit, request("provisional", asked, null, true));
        happens(visit, new PatientLookupRequested(visit, "main", "provisional", asked, NOW));
        happens("provisional", new PatientRegistered("provisional", "main", who("Ward")));
        happens(visit, new PatientIdentified(visit, "main", "provisional", "provisional", NOW));
        happens(visit, placed("provisional", null));
        await().untilAsserted(() -> assertThat(sent(AnswerLookup.class)).hasSize(1));

        theEhrIsBack();
        allDone();
        assertThat(sent(LinkPatient.class)).isEmpty();
        assertThat(encounter().getSubject().getReference()).isEqualTo("Patient/" + theirs);
    }

    @Test
    void aCheckInRefusedAfterTheArrivalWasToldIsTakenBack() {
        Appointment appointment = anAppointment();
        known(appointment);
        happens(visit, request("p1", null, "a1", true));
        happens(visit, new CheckInRefused(visit, "a1", "closed", "The queue is closed.", NOW));
        allDone();
        assertThat(told()).containsExactly(OpenItem.EHR_ARRIVED, OpenItem.EHR_CANCELLED);
        assertThat(encounter().getStatus()).isEqualTo(Encounter.EncounterStatus.CANCELLED);
        assertThat(look.read()
                        .resource(Appointment.class)
                        .withId(appointment.getIdElement().getIdPart())
                        .execute()
                        .getStatus())
                .isEqualTo(Appointment.AppointmentStatus.BOOKED);
    }

    @Test
    void aWrongCheckInIsEnteredInErrorThereAndTheAppointmentIsBookedAgain() {
        Appointment appointment = anAppointment();
        known(appointment);
        happens(visit, request("p1", null, "a1", true));
        happens(visit, placed("p1", "a1"));
        happens(visit, new ServiceBegun(visit, "p1", NOW));
        happens(visit, new CheckInReversed(visit, "main", "p1", "a1", "the other Walter", NOW));
        allDone();
        assertThat(told()).endsWith(OpenItem.EHR_IN_PROGRESS, OpenItem.EHR_CANCELLED);
        assertThat(encounter().getStatus()).isEqualTo(Encounter.EncounterStatus.ENTEREDINERROR);
        assertThat(encounter().getPeriod().getEnd()).isNotNull();
        assertThat(look.read()
                        .resource(Appointment.class)
                        .withId(appointment.getIdElement().getIdPart())
                        .execute()
                        .getStatus())
                .isEqualTo(Appointment.AppointmentStatus.BOOKED);
    }

    @Test
    void aCheckInCancelledBeforeItsPlaceIsCancelledThere() {
        Appointment appointment = anAppointment();
        known(appointment);
        happens(visit, request("p1", null, "a1", true));
        happens(visit, new VisitCancelled(visit, "main", "p1", "a1", "comes tomorrow", NOW));
        allDone();
        assertThat(told()).containsExactly(OpenItem.EHR_ARRIVED, OpenItem.EHR_CANCELLED);
        assertThat(encounter().getStatus()).isEqualTo(Encounter.EncounterStatus.CANCELLED);
    }

    @Test
    void aCheckInRefusedBeforeAnybodyWasNamedIsNoneOfTheEhrsBusiness() {
        var asked = new Identification(Phi.of("ZZZZZZ99"), null, null, null, null);
        happens(visit, request("provisional", asked, null, true));
        happens(visit, new CheckInRefused(visit, null, "unknown-patient", "Nobody is known.", NOW));
        assertThat(bench.states()).isEmpty();
    }

    @Test
    void theEhrsRefusalIsAnOpenItem() {
        Appointment appointment = anAppointment();
        known(appointment);
        look.update()
                .resource(appointment.setStatus(Appointment.AppointmentStatus.CANCELLED))
                .execute();
        happens(visit, request("p1", null, "a1", true));
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly("failed"));
        assertThat(sent(RaiseItem.class))
                .containsExactly(new RaiseItem(visit, OpenItem.EHR_ARRIVED, "ehr says of the appointment: cancelled"));
        assertThat(encounter().getStatus())
                .as("the encounter follows all the same")
                .isEqualTo(Encounter.EncounterStatus.ARRIVED);
    }
}

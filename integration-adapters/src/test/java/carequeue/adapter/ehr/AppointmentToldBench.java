package carequeue.adapter.ehr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import carequeue.adapter.ehr.oauth.OAuthSettings;
import carequeue.adapter.filter.FilterBench;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.outbox.PastEvents;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.visit.VisitCommand.NoteTold;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The EHR of the sandbox, and an adapter that hears what becomes of one of its appointments, ours {@code a1}. */
abstract class AppointmentToldBench {

    @TempDir
    Path directory;

    final OutboxBench bench = new OutboxBench().hearing(NoteWritten.class, NoteTold.class, RaiseItem.class);
    private Sandbox.Running sandbox;
    private IGenericClient look;
    String theirs;
    private AnnotationEventHandlerAdapter handler;
    Dispatcher dispatcher;
    Effect finished;

    @BeforeEach
    void startTheSandbox() {
        sandbox = Sandbox.start(directory, 0);
        FhirContext fhir = FhirContext.forR4();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        look = fhir.newRestfulGenericClient(sandbox.fhirUrl());
        theirs = look.search()
                .forResource(Appointment.class)
                .where(Appointment.STATUS.exactly().code("booked"))
                .returnBundle(Bundle.class)
                .execute()
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }

    @AfterEach
    void stopAll() {
        dispatcher.stop();
        sandbox.close();
        bench.close();
    }

    EhrService listens(EhrKind kind) {
        EhrService ehr = new EhrBench(sandbox.fhirUrl(), OAuthSettings.NONE, kind).ehr;
        var visits = new Visits(bench.jdbc, bench.transaction);
        var links = new Links(bench.jdbc, bench.transaction);
        links.keep(Links.Kind.APPOINTMENT, "a1", theirs, "1");
        var untold = new Untold(bench.jdbc, bench.transaction);
        var past = new PastEvents(bench.events, bench.transaction);
        var patients = new EhrPatients(ehr, links, visits, past, FilterBench.on(bench));
        Effect missed = new TellNoShow(true, ehr, links, untold, past, patients);
        Effect awaited = new TellNoShow(false, ehr, links, untold, past, patients);
        Effect added = new TellAdded(ehr, links, untold, patients);
        finished = new TellVisit(VisitStep.FINISHED, ehr, links, visits, patients);
        handler = new AnnotationEventHandlerAdapter(
                new EhrAppointmentEvents(bench.outbox, visits, List.of(missed, awaited, added)));
        dispatcher = bench.node(missed, awaited, added, finished);
        return ehr;
    }

    void happens(Object event) {
        var message = bench.happened("a1", event);
        var token = new GlobalSequenceTrackingToken(bench.nextPosition());
        bench.transaction.executeWithoutResult(status -> {
            try {
                handler.handle(new GenericTrackedDomainEventMessage<>(token, message));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void areDone(String... states) {
        await().untilAsserted(() -> assertThat(bench.states()).containsExactly(states));
    }

    String status() {
        return look.read()
                .resource(Appointment.class)
                .withId(theirs)
                .execute()
                .getStatus()
                .toCode();
    }

    String patient() {
        return look.read().resource(Appointment.class).withId(theirs).execute().getParticipant().stream()
                .map(p -> p.getActor().getReferenceElement())
                .filter(actor -> "Patient".equals(actor.getResourceType()))
                .findFirst()
                .orElseThrow()
                .getIdPart();
    }

    List<AppointmentStatus> written() {
        return bench.commands.stream()
                .map(command -> command.getPayload())
                .filter(NoteWritten.class::isInstance)
                .map(command -> ((NoteWritten) command).status())
                .toList();
    }

    List<String> open() {
        return bench.jdbc
                .sql("select what || ': ' || why from ehr_untold")
                .query(String.class)
                .list();
    }
}

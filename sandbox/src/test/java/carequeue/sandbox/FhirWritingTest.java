package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import carequeue.sandbox.ehr.Systems;
import java.nio.file.Path;
import java.util.Date;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing to the FHIR server of the sandbox, through HAPI's own client. */
class FhirWritingTest {

    private static final String ALVINA = "1c9c3e06-993f-642c-b8ca-94597198c353";

    @TempDir
    static Path directory;

    static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.in(directory);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void createsOnlyOnceUnderOneIdentifier() {
        Encounter visit = visit("urn:test|once");
        MethodOutcome first = conditionally(visit);
        MethodOutcome second = conditionally(visit);
        assertThat(first.getCreated()).isTrue();
        assertThat(second.getCreated()).isNotEqualTo(true);
        assertThat(second.getId().getIdPart()).isEqualTo(first.getId().getIdPart());
        assertThat(sandbox.search("Encounter?identifier=urn%3Atest%7Conce").getTotal())
                .isEqualTo(1);
    }

    @Test
    void refusesAnUpdateOfAnotherVersion() {
        Appointment booked = fresh();
        Appointment appointment = sandbox.update(booked.copy().setStatus(AppointmentStatus.ARRIVED));
        assertThatThrownBy(() -> sandbox.update(booked.setStatus(AppointmentStatus.CHECKEDIN)))
                .isInstanceOf(PreconditionFailedException.class);
        Appointment told = sandbox.update(appointment.setStatus(AppointmentStatus.CHECKEDIN));
        assertThat(told.getMeta().getVersionId()).isEqualTo("3");
        assertThat(sandbox.read(Appointment.class, appointment.getIdElement().getIdPart())
                        .getStatus())
                .isEqualTo(AppointmentStatus.CHECKEDIN);
    }

    @Test
    void refusesAStatusThatCannotFollow() {
        Appointment appointment = fresh();
        for (var next : Stream.of(AppointmentStatus.ARRIVED, AppointmentStatus.CHECKEDIN, AppointmentStatus.FULFILLED)
                .toList()) {
            appointment = sandbox.update(appointment.setStatus(next));
        }
        Appointment done = appointment;
        assertThatThrownBy(() -> sandbox.update(done.setStatus(AppointmentStatus.BOOKED)))
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("booked cannot follow fulfilled");
    }

    @Test
    void keepsTheHistoryOfAVisitsStatuses() {
        Encounter visit = (Encounter) conditionally(visit("urn:test|history")).getResource();
        Encounter begun = sandbox.update(visit.setStatus(EncounterStatus.INPROGRESS));
        Encounter finished = sandbox.update(begun.setStatus(EncounterStatus.FINISHED));
        assertThat(finished.getStatusHistory())
                .extracting(it -> it.getStatus())
                .containsExactly(EncounterStatus.ARRIVED, EncounterStatus.INPROGRESS);
        assertThat(finished.getStatusHistory())
                .allMatch(it -> it.getPeriod().hasStart() && it.getPeriod().hasEnd());
        assertThatThrownBy(() -> sandbox.update(finished.setStatus(EncounterStatus.ARRIVED)))
                .isInstanceOf(UnprocessableEntityException.class);
    }

    @Test
    void refusesWhatDoesNotHoldTogether() {
        Encounter ofNobody = visit("urn:test|nobody").setSubject(new Reference("Patient/nobody"));
        assertThatThrownBy(() -> sandbox.ehr.create().resource(ofNobody).execute())
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("Patient/nobody");
        Encounter ofAnotherBundle = visit("urn:test|urn").setSubject(new Reference("urn:uuid:" + ALVINA));
        assertThatThrownBy(() -> sandbox.ehr.create().resource(ofAnotherBundle).execute())
                .isInstanceOf(UnprocessableEntityException.class);
        assertThatThrownBy(() -> sandbox.ehr
                        .create()
                        .resource(new Appointment().setStatus(AppointmentStatus.BOOKED))
                        .execute())
                .isInstanceOf(UnprocessableEntityException.class);
        Patient stranger = new Patient();
        stranger.setId("Patient/my-own-id");
        assertThatThrownBy(() -> sandbox.update(stranger)).isInstanceOf(MethodNotAllowedException.class);
    }

    @Test
    void givesANewPatientAnId() {
        Patient walkIn = new Patient();
        walkIn.addName().setFamily("Walker").addGiven("Wanda");
        walkIn.addIdentifier().setSystem(Systems.MRN).setValue("WALK0001");
        var made = sandbox.ehr.create().resource(walkIn).execute();
        assertThat(made.getCreated()).isTrue();
        assertThat(sandbox.search("Patient?identifier=WALK0001")
                        .getEntryFirstRep()
                        .getResource()
                        .getIdElement()
                        .getIdPart())
                .isEqualTo(made.getId().getIdPart());
    }

    private static Encounter visit(String identifier) {
        Encounter visit = new Encounter();
        String[] parts = identifier.split("\\|");
        visit.addIdentifier().setSystem(parts[0]).setValue(parts[1]);
        return visit.setStatus(EncounterStatus.ARRIVED)
                .setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", null))
                .setSubject(new Reference("Patient/" + ALVINA));
    }

    private static MethodOutcome conditionally(Encounter visit) {
        String identifier = visit.getIdentifierFirstRep().getSystem() + "|"
                + visit.getIdentifierFirstRep().getValue();
        return sandbox.ehr
                .create()
                .resource(visit)
                .conditionalByUrl("Encounter?identifier=" + identifier)
                .execute();
    }

    private static Appointment fresh() {
        Appointment appointment = new Appointment()
                .setStatus(AppointmentStatus.BOOKED)
                .setStart(Date.from(RunningSandbox.NOON.plusSeconds(864_000)))
                .setEnd(Date.from(RunningSandbox.NOON.plusSeconds(865_000)));
        appointment.addParticipant().setActor(new Reference("Patient/" + ALVINA));
        return (Appointment)
                sandbox.ehr.create().resource(appointment).execute().getResource();
    }
}

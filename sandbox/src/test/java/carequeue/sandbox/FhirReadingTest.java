package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading and searching the FHIR server of the sandbox, through HAPI's own client. */
class FhirReadingTest {

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
    void saysWhatItCan() {
        var capabilities =
                sandbox.ehr.capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(capabilities.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(capabilities.getRestFirstRep().getResource())
                .extracting(it -> it.getType())
                .contains(
                        "Patient",
                        "Practitioner",
                        "PractitionerRole",
                        "Organization",
                        "Location",
                        "Encounter",
                        "Appointment");
    }

    @Test
    void readsTheVersionThatIsThereAndNoOther() {
        Patient alvina = sandbox.read(Patient.class, ALVINA);
        assertThat(alvina.getMeta().getVersionId()).isEqualTo("1");
        assertThat(alvina.getMeta().getLastUpdated()).isNotNull();
        assertThat(sandbox.get("/fhir/Patient/" + ALVINA).headers().firstValue("ETag"))
                .contains("W/\"1\"");
        assertThat(sandbox.ehr
                        .read()
                        .resource(Patient.class)
                        .withIdAndVersion(ALVINA, "1")
                        .execute())
                .isNotNull();
        assertThatThrownBy(() -> sandbox.ehr
                        .read()
                        .resource(Patient.class)
                        .withIdAndVersion(ALVINA, "9")
                        .execute())
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sandbox.read(Patient.class, "nobody")).isInstanceOf(ResourceNotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Patient?_id=1c9c3e06-993f-642c-b8ca-94597198c353; 1",
                "Patient?identifier=http%3A%2F%2Fhospital.smarthealthit.org%7C1c9c3e06-993f-642c-b8ca-94597198c353; 1",
                "Patient?identifier=urn%3Aother%7C1c9c3e06-993f-642c-b8ca-94597198c353; 0",
                "Patient?identifier=1c9c3e06-993f-642c-b8ca-94597198c353; 1",
                "Patient?identifier=1c9c3e06-993f-642c-b8ca-94597198c353,976f2ac2-1742-3dcb-a07d-3fc3c78c4305; 2",
                "Patient?family=bruen; 1",
                "Patient?family:exact=bruen; 0",
                "Patient?family=bruen238&given=alv&birthdate=1979-02-06; 1",
                "Patient?family=bruen238&birthdate=1979-02-07; 0",
                "Patient?birthdate=1979-02; 1",
                "Patient?phone=555-990-5814&family=Bruen; 1",
                "Patient?_lastUpdated=gt2030-01-01; 0",
                "Encounter?patient=Patient/976f2ac2-1742-3dcb-a07d-3fc3c78c4305; 1",
                "Encounter?patient=976f2ac2-1742-3dcb-a07d-3fc3c78c4305; 1",
                "Encounter?identifier=58894d50-6d72-7613-dece-54d97e15314f; 1",
                "Location?identifier=urn%3Acarequeue%3Asandbox%3Asite%7Cmain; 1",
                "Appointment?date=ge2026-11-23T12:00:00-05:00&date=lt2026-11-23T13:00:00-05:00&status=booked,arrived; 5",
                "Appointment?date=ge2026-11-23T12:00:00-05:00&date=lt2026-11-23T13:00:00-05:00&status=fulfilled; 0",
                "Appointment?date=ge2026-11-23T12:00:00-05:00&date=lt2026-11-23T13:00:00-05:00&location=elsewhere; 0",
                "Appointment?date=2026-11-23; 93",
                "Appointment?patient=Patient/4711; 0"
            })
    void finds(String query, int expected) {
        assertThat(sandbox.search(query).getTotal()).isEqualTo(expected);
    }

    @Test
    void refusesAQuestionItDoesNotKnow() {
        assertThatThrownBy(() -> sandbox.search("Patient?shoe-size=44")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void pagesThroughEverythingOnce() {
        Bundle first = sandbox.search("Appointment?_count=50");
        assertThat(first.getEntry()).hasSize(50);
        List<String> ids = sandbox.all(Appointment.class).stream()
                .map(it -> it.getIdElement().getIdPart())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(212);
    }
}

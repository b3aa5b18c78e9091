package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.EncounterNews;
import carequeue.adapter.ehr.EncounterStatus;
import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Encounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that we write to an EHR is valid FHIR R4, by HAPI's validator. */
class ValidityTest {

    private static final FhirContext FHIR = FhirContext.forR4();
    private static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");
    private static FhirValidator validator;

    private final FhirDouble fhir = new FhirDouble();
    private final EhrBench bench = new EhrBench(fhir.url());

    @BeforeAll
    static void makeValidator() {
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR));
        validator = FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    @AfterEach
    void stop() {
        fhir.close();
    }

    private static List<String> faults(String written) {
        return validator.validateWithResult(written).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(SingleValidationMessage::getMessage)
                .toList();
    }

    private List<String> written(String method) {
        return fhir.calls.stream()
                .filter(call -> call.method().equals(method) && !call.path().contains("_search"))
                .map(FhirDouble.Call::body)
                .toList();
    }

    /** As a server gives it back. */
    private static String known(String written) {
        Encounter encounter = FHIR.newJsonParser().parseResource(Encounter.class, written);
        encounter.setId("e1");
        encounter.getMeta().setVersionId("1");
        return FHIR.newJsonParser().encodeResourceToString(encounter);
    }

    private static EncounterNews news(String id, EncounterStatus status, int minutes) {
        return new EncounterNews(
                "visit-1", id, "main", "p1", "a1", "d1", status, NINE.plusSeconds(60L * minutes), false);
    }

    @Test
    void aPatientOfOursIsValid() {
        fhir.on("POST /Patient/_search", FhirDouble.bundle());
        var who = new Demographics(
                Phi.of("M1234567"),
                Phi.of("Zoë"),
                Phi.of("O'Néill"),
                Phi.of(LocalDate.of(1990, 1, 2)),
                Phi.of("+1 212 555 0100"),
                Phi.of("zoe@example.org"),
                Phi.of("other"));
        catchThrowable(() -> bench.ehr.createPatientIfNone("main", "patient-1", who));
        assertThat(written("POST"))
                .hasSize(1)
                .allSatisfy(body -> assertThat(faults(body)).isEmpty());
    }

    @Test
    void anEncounterIsValidAtEveryStepAndKeepsWhereItStood() {
        fhir.on("GET /Encounter", FhirDouble.bundle());
        catchThrowable(() -> bench.ehr.tellEncounter(news(null, EncounterStatus.ARRIVED, 0)));
        String now = written("POST").get(0);
        assertThat(faults(now)).isEmpty();
        var steps = List.of(EncounterStatus.IN_PROGRESS, EncounterStatus.FINISHED);
        for (int i = 0; i < steps.size(); i++) {
            int step = i;
            fhir.on("GET /Encounter/e1", known(now));
            catchThrowable(() -> bench.ehr.tellEncounter(news("e1", steps.get(step), 10 * (step + 1))));
            now = written("PUT").get(i);
            assertThat(faults(now)).isEmpty();
        }
        Encounter last = FHIR.newJsonParser().parseResource(Encounter.class, now);
        assertThat(last.getStatusHistory())
                .extracting(stood -> stood.getStatus().toCode())
                .containsExactly("arrived", "in-progress");
        assertThat(last.getStatusHistory().get(1).getPeriod().getStart().toInstant())
                .isEqualTo(NINE.plusSeconds(600));
        assertThat(last.getPeriod().getEnd().toInstant()).isEqualTo(NINE.plusSeconds(1200));
    }

    @Test
    void anAppointmentIsAsTheEhrKnewItButForItsStatus() {
        fhir.on("GET /Appointment/a1", """
            {"resourceType":"Appointment","id":"a1","meta":{"versionId":"4"},"status":"booked","extension":[
             {"url":"http://vendor.example/visit-number","valueString":"7"}],"start":"2026-11-23T14:00:00Z",
             "end":"2026-11-23T14:20:00Z","participant":[{"actor":{"reference":"Patient/p1"},"status":"accepted"}]}\
            """);
        catchThrowable(() -> bench.ehr.tellAppointment("a1", AppointmentStatus.CHECKED_IN, false));
        assertThat(written("PUT")).hasSize(1).allSatisfy(body -> {
            assertThat(faults(body)).isEmpty();
            assertThat(body).contains("http://vendor.example/visit-number").contains("\"status\":\"checked-in\"");
        });
    }

    @Test
    void theValidatorFindsWhatIsWrong() {
        assertThat(faults("{\"resourceType\":\"Encounter\",\"status\":\"arrived\"}"))
                .isNotEmpty();
    }
}

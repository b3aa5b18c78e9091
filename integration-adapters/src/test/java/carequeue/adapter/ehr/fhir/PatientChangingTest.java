package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.PatientEdit;
import carequeue.adapter.ehr.PatientEdit.Part;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A patient's record is changed on the version that was read, as the server allows it, and never over somebody else's word. */
class PatientChangingTest {

    private static final String STATEMENT = """
        {"resourceType":"CapabilityStatement","status":"active","fhirVersion":"4.0.1","rest":[{"mode":"server","resource":[
         {"type":"Patient","interaction":[{"code":"read"},{"code":"%s"}]}]}]}\
        """;
    private static final String PATIENT = """
        {"resourceType":"Patient","id":"1","meta":{"versionId":"%s"},"gender":"female",
         "extension":[{"url":"https://vendor.example/x","valueString":"kept"}],
         "telecom":[{"id":"t1","system":"phone","value":"%s"},{"system":"email","value":"ann@example.org"}],
         "address":[{"use":"home","line":["1 Elm St"],"city":"Salem"}]}\
        """;
    private static final PatientEdit PHONE = new PatientEdit(Part.PHONE, "555-0101", "(555) 555-0199");

    private final FhirDouble fhir = new FhirDouble();

    @AfterEach
    void stop() {
        fhir.close();
    }

    private Optional<Told> change(PatientEdit... edits) {
        return new EhrBench(fhir.url()).ehr.changePatient("1", List.of(edits));
    }

    private List<FhirDouble.Call> calls(String method) {
        return fhir.calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    private FhirDouble allows(String interaction) {
        return fhir.on("GET /metadata", STATEMENT.formatted(interaction));
    }

    @Test
    void wholeWhereTheServerTakesItWholeAndNothingIsLost() {
        allows("update").once("GET /Patient/1", 200, PATIENT.formatted("3", "555-0101"));
        fhir.on("GET /Patient/1", PATIENT.formatted("4", "5555550199"));
        // Prefer: return=representation is not honoured, as Google's and Azure's servers may answer.
        fhir.on("PUT /Patient/1", 200, "", "ETag", "W/\"4\"");
        assertThat(change(PHONE)).contains(new Told("Patient", "1", "4"));
        assertThat(calls("PUT")).singleElement().satisfies(put -> {
            assertThat(put.headers()).containsEntry("if-match", "W/\"3\"");
            assertThat(put.body()).contains("(555) 555-0199", "https://vendor.example/x", "ann@example.org");
        });
    }

    @Test
    void inPartWhereTheServerTakesThat() {
        allows("patch").once("GET /Patient/1", 200, PATIENT.formatted("3", "555-0101"));
        fhir.on("GET /Patient/1", PATIENT.formatted("4", "(555) 555-0199").replace("1 Elm St", "2 Oak St"));
        fhir.on("PATCH /Patient/1", 200, "");
        var home = new PatientEdit(Part.ADDRESS, "1 Elm St; Salem", "2 Oak St; Salem");
        assertThat(change(PHONE, home)).isPresent();
        assertThat(calls("PATCH")).singleElement().satisfies(patch -> {
            assertThat(patch.headers()).containsEntry("if-match", "W/\"3\"");
            assertThat(patch.body())
                    .isEqualTo("[{\"op\":\"test\",\"path\":\"/telecom/0/id\",\"value\":\"t1\"},"
                            + "{\"op\":\"replace\",\"path\":\"/telecom/0/value\",\"value\":\"(555) 555-0199\"},"
                            + "{\"op\":\"replace\",\"path\":\"/address/0\",\"value\":"
                            + "{\"use\":\"home\",\"line\":[\"2 Oak St\"],\"city\":\"Salem\"}}]");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void whoWroteSomethingElseMeanwhileIsReadAndWrittenUpon(int status) {
        allows("update")
                .once("GET /Patient/1", 200, PATIENT.formatted("3", "555-0101"))
                .once("GET /Patient/1", 200, PATIENT.formatted("4", "555-0101").replace("female", "other"))
                .once("PUT /Patient/1", status, "");
        fhir.on("PUT /Patient/1", 200, "").on("GET /Patient/1", PATIENT.formatted("5", "(555) 555-0199"));
        assertThat(change(PHONE)).isPresent();
        assertThat(calls("PUT")).hasSize(2);
        assertThat(calls("PUT").get(1).headers()).containsEntry("if-match", "W/\"4\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void whoWroteTheSamePartMeanwhileIsNotOverwritten(int status) {
        allows("update").once("GET /Patient/1", 200, PATIENT.formatted("3", "555-0101"));
        fhir.once("PUT /Patient/1", status, "").on("GET /Patient/1", PATIENT.formatted("4", "555-0777"));
        assertThat(change(PHONE)).isEmpty();
        assertThat(calls("PUT")).hasSize(1);
    }

    @Test
    void whatItSaysAlreadyIsNotWritten() {
        allows("update").on("GET /Patient/1", PATIENT.formatted("3", "+1 555 555 0199"));
        assertThat(change(PHONE)).contains(new Told("Patient", "1", "3"));
        assertThat(calls("PUT")).isEmpty();
    }

    @Test
    void aServerThatLetsNoPatientBeChangedIsNamed() {
        allows("search-type").on("GET /Patient/1", PATIENT.formatted("3", "555-0101"));
        assertThatThrownBy(() -> change(PHONE))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr does not let its patients be changed");
    }
}

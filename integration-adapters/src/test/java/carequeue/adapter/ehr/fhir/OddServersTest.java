package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.Search;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.visit.Identification;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers in the shapes that servers of others give them, which the standard allows or which happen all the same. */
class OddServersTest {

    private static final String PATIENT = """
        {"resourceType":"Patient","id":"%s","meta":{"versionId":"1"},%s"identifier":[{"use":"usual","type":{"coding":[
         {"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"system":"urn:carequeue:sandbox:mrn",
         "value":"M12345"}],"name":[{"use":"official","family":"Ward","given":["Mary"]}],"birthDate":"1961-04-30"}\
        """;
    private static final Identification BY_NUMBER = new Identification(Phi.of("M12345"), null, null, null, null);

    private final FhirDouble fhir = new FhirDouble();
    private final EhrBench bench = new EhrBench(fhir.url());

    @AfterEach
    void stop() {
        fhir.close();
    }

    private static String patient(String id) {
        return PATIENT.formatted(id, "");
    }

    private static String found(String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String entry(String mode, String resource) {
        return "{\"fullUrl\":\"urn:uuid:2866af9c-137d-4458-a8a9-eeeec0ce5583\",\"resource\":" + resource
                + ",\"search\":{\"mode\":\"" + mode + "\"}}";
    }

    @Test
    void whatIsIncludedOrSaidBesideIsNotWhatWasFound() {
        // The outcome's shape: hl7.org/fhir/R4/bundle-search-warning.json.html; Epic answers no match in the same way.
        String warning = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"warning\","
                + "\"code\":\"not-found\",\"details\":{\"text\":\"There is no matching patient\"}}]}";
        fhir.on("POST /Patient/_search", found(entry("outcome", warning), entry("include", patient("other"))));
        assertThat(bench.ehr.findPatient("main", BY_NUMBER)).isInstanceOf(Search.Nobody.class);
        fhir.on("POST /Patient/_search", found(entry("include", patient("other")), entry("match", patient("1"))));
        assertThat(bench.ehr.findPatient("main", BY_NUMBER))
                .isInstanceOfSatisfying(
                        Search.Found.class,
                        it -> assertThat(it.patient().ehrId()).isEqualTo("1"));
    }

    @Test
    void aPatientOnTheSecondPageIsFound() {
        String link =
                "\"link\":[{\"relation\":\"next\",\"url\":\"Patient?identifier=urn:carequeue:sandbox:mrn|M12345&ct=W3sidG\"}]";
        fhir.on("POST /Patient/_search", "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + link + "}");
        fhir.on("GET /Patient", found(entry("match", patient("1"))));
        assertThat(bench.ehr.findPatient("main", BY_NUMBER)).isInstanceOf(Search.Found.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://ehr.example.org/fhir?_getpages=a,https://ehr.example.org/fhir?_getpages=a",
        "http://ehr.example.org:80/fhir/Patient?a=b|c,https://ehr.example.org/fhir/Patient?a=b%7Cc",
        "https://EHR.example.org:443/fhir/Patient/?_page_token=x,https://EHR.example.org:443/fhir/Patient/?_page_token=x",
        "?_page=2,https://ehr.example.org/fhir/Patient?_page=2"
    })
    void theNextPageIsOursHoweverItIsWritten(String link, String address) {
        var pages = new Pages(null, "https://ehr.example.org/fhir", "Patient");
        assertThat(pages.address(link)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://other.example.org/fhir/Patient?page=2",
        "http://other.example.org/fhir/Patient?page=2",
        "http://ehr.example.org:8081/fhir/Patient?page=2",
        "https://ehr.example.org/admin?page=2",
        "http://user@ehr.example.org/fhir/Patient?page=2",
        "ftp://ehr.example.org/fhir/Patient"
    })
    void noPageElsewhereIsAskedFor(String link) {
        var pages = new Pages(null, "https://ehr.example.org/fhir", "Patient");
        assertThatThrownBy(() -> pages.address(link)).isInstanceOf(OutsideFailure.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"modifierExtension", "implicitRules"})
    void whatMayMeanSomethingElseIsRefused(String what) {
        String said = what.equals("implicitRules")
                ? "\"implicitRules\":\"urn:rules\","
                : "\"modifierExtension\":[{\"url\":\"urn:not\",\"valueBoolean\":true}],";
        fhir.on("GET /Patient/1", PATIENT.formatted("1", said));
        assertThatThrownBy(() -> bench.ehr.getPatient("main", "1"))
                .isInstanceOfSatisfying(
                        Unacceptable.class, it -> assertThat(it.detail()).isEqualTo(what + " not-understood"));
    }

    @Test
    void whatIsUnknownInsideIsLeftOutAndTheRestIsRead() {
        String said = "\"contained\":[{\"resourceType\":\"Transport\",\"id\":\"t\"}],"
                + "\"extension\":[{\"url\":\"urn:vendor\",\"extension\":[{\"url\":\"a\",\"valueCode\":\"b\"}]}],";
        fhir.on("GET /Patient/1", PATIENT.formatted("1", said));
        assertThat(bench.ehr.getPatient("main", "1").ehrId()).isEqualTo("1");
        fhir.on("POST /Patient/_search", found(entry("match", PATIENT.formatted("1", said))));
        assertThat(bench.ehr.findPatient("main", BY_NUMBER)).isInstanceOf(Search.Found.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200,text/html,<html>Sign in</html>",
        "200,text/plain,busy",
        "304,application/fhir+json,''",
        "503,text/html,<html>Down</html>"
    })
    void aPageOfWhoStandsBeforeItMayPass(int status, String type, String body) {
        fhir.on("GET /Patient/1", status, body, "Content-Type", type);
        assertThatThrownBy(() -> bench.ehr.getPatient("main", "1")).isInstanceOf(OutsideFailure.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"4.0.0,true", "4.0.1,true", "4.3.0,true", "3.0.2,false", "4.6.0,false", "5.0.0,false"})
    void onlyR4IsSpoken(String version, boolean spoken) {
        fhir.on(
                "GET /metadata",
                "{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\",\"fhirVersion\":\"" + version + "\"}");
        if (spoken) {
            bench.ehr.probe();
        } else {
            assertThatThrownBy(bench.ehr::probe).hasMessageContaining("FHIR " + version);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Patient/77/_history/1,W/\"1\"",
        "http://localhost/fhir/Patient/77/_history/1,\"1\"",
        "Patient/77,W/\"1\"",
        "/fhir/Patient/77,W/\"1\""
    })
    void whatWasMadeIsFoundByItsLocationWithoutABody(String location, String etag) {
        fhir.on("POST /Patient/_search", found());
        fhir.on("POST /Patient", 201, "", "Location", location, "ETag", etag);
        fhir.on("GET /Patient/77", 200, patient("77"), "ETag", etag);
        var who = new Demographics(
                null, Phi.of("Mary"), Phi.of("Ward"), Phi.of(LocalDate.of(1961, 4, 30)), null, null, null);
        assertThat(bench.ehr.createPatientIfNone("main", "p-1", who).ehrId()).isEqualTo("77");
    }
}

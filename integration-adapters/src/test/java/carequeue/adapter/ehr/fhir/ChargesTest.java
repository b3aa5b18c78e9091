package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.CoverageOrder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What claims need of an EHR, from resources in the form of https://hl7.org/fhir/R4 (chargeitem-example, coverage-example,
 * encounter) and of US Core's code systems.
 */
class ChargesTest {

    private final FhirDouble fhir = new FhirDouble();
    private final EhrBench bench = new EhrBench(fhir.url());

    @AfterEach
    void stop() {
        fhir.close();
    }

    private static String condition(String id, String code, String status) {
        return """
            {"resourceType":"Condition","id":"%s","subject":{"reference":"Patient/1"},"verificationStatus":{"coding":
             [{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"%s"}]},"code":{"coding":[
             {"system":"http://snomed.info/sct","code":"38341003"},
             {"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"%s"}]}}\
            """.formatted(id, status, code);
    }

    private void anEncounter() {
        fhir.on("GET /Encounter/e1", """
            {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"AMB"},
             "contained":[{"resourceType":"Organization","id":"o","identifier":[
               {"system":"http://hl7.org/fhir/sid/us-npi","value":"1234567893"}]}],
             "subject":{"reference":"Patient/1"},"serviceProvider":{"reference":"#o"},
             "participant":[{"individual":{"reference":"Practitioner/nurse"}},
               {"type":[{"coding":[{"code":"PPRF"}]}],"individual":{"reference":"PractitionerRole/r"}}],
             "diagnosis":[{"condition":{"reference":"Condition/c2"},"rank":1},
               {"condition":{"reference":"Condition/c1"},"rank":2}],
             "location":[{"location":{"reference":"Location/l"}}]}\
            """);
        fhir.on("GET /PractitionerRole/r", """
            {"resourceType":"PractitionerRole","id":"r","practitioner":{"reference":"Practitioner/d"}}\
            """);
        fhir.on("GET /Practitioner/d", """
            {"resourceType":"Practitioner","id":"d","identifier":[{"system":"urn:x","value":"9"},
             {"system":"http://hl7.org/fhir/sid/us-npi","value":"1245319599"}]}\
            """);
        fhir.on("GET /Location/l", """
            {"resourceType":"Location","id":"l","type":[{"coding":[{"system":
             "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set","code":"11"}]}]}\
            """);
        fhir.on(
                "GET /Condition",
                FhirDouble.bundle(
                        condition("c1", "E11.9", "confirmed"),
                        condition("c3", "J00", "refuted"),
                        condition("c2", "I10", "confirmed")));
    }

    @Test
    void whatWasCodedAndChargedIsReadAndNothingElse() {
        anEncounter();
        fhir.on("GET /ChargeItem", FhirDouble.bundle("""
                 {"resourceType":"ChargeItem","id":"x","status":"billable","subject":{"reference":"Patient/1"},
                  "code":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"99213"}]},
                  "occurrenceDateTime":"2026-11-23T23:30:00-05:00","quantity":{"value":1},
                  "priceOverride":{"value":125.50,"currency":"USD"},
                  "reason":[{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"E11.9"}]}]}\
                 """, """
                 {"resourceType":"ChargeItem","id":"y","status":"not-billable","subject":{"reference":"Patient/1"},
                  "code":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"99999"}]}}\
                 """));
        fhir.on("GET /Procedure", FhirDouble.bundle("""
                 {"resourceType":"Procedure","id":"p","status":"completed","subject":{"reference":"Patient/1"},
                  "code":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"83036"}]},
                  "performedDateTime":"2026-11"}\
                 """, """
                 {"resourceType":"Procedure","id":"q","status":"completed","subject":{"reference":"Patient/1"},
                  "code":{"coding":[{"system":"http://snomed.info/sct","code":"430193006"}]}}\
                 """, """
                 {"resourceType":"Procedure","id":"s","status":"completed","subject":{"reference":"Patient/1"},
                  "code":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"99213"}]}}\
                 """));
        var visit = new ClaimLine(
                Phi.of("99213"), null, List.of(2), new Money(12_550, "USD"), 1, LocalDate.of(2026, 11, 23));
        var lab = new ClaimLine(Phi.of("83036"), null, List.of(), null, null, null);
        assertThat(bench.ehr.chargesOf("e1"))
                .isEqualTo(new ClaimContent(
                        Phi.of(List.of("I10", "E11.9")), List.of(visit, lab), "11", "1234567893", "1245319599"));
    }

    @Test
    void whatTheEhrDoesNotHaveIsMissing() {
        fhir.on("GET /metadata", """
            {"resourceType":"CapabilityStatement","status":"active","fhirVersion":"4.0.1","rest":[{"mode":"server",
             "resource":[{"type":"Encounter","interaction":[{"code":"read"}]}]}]}\
            """);
        fhir.on("GET /Encounter/e2", """
            {"resourceType":"Encounter","id":"e2","status":"finished","class":{"code":"AMB"}}\
            """);
        assertThat(bench.ehr.chargesOf("e2")).isEqualTo(ClaimContent.NONE);
        assertThatThrownBy(() -> bench.ehr.chargesOf("nowhere")).isInstanceOf(OutsideFailure.NotThere.class);
    }

    @Test
    void policiesAreReadInTheEhrsOrderWithTheirSubscribers() {
        fhir.on("GET /Coverage", FhirDouble.bundle("""
                 {"resourceType":"Coverage","id":"second","status":"active","order":2,"beneficiary":{"reference":"Patient/1"},
                  "subscriberId":"S2","subscriber":{"reference":"RelatedPerson/mother"},
                  "relationship":{"coding":[{"code":"child"}]},"payor":[{"reference":"#pay","display":"Other Health"}],
                  "contained":[{"resourceType":"Organization","id":"pay","name":"Other Health"}],
                  "period":{"start":"2026","end":"2026-12-31"}}\
                 """, """
                 {"resourceType":"Coverage","id":"first","status":"active","order":1,"beneficiary":{"reference":"Patient/1"},
                  "identifier":[{"type":{"coding":[{"code":"MB"}]},"value":"M1"}],
                  "relationship":{"coding":[{"code":"self"}]},"payor":[{"reference":"Organization/acme"}],
                  "class":[{"type":{"coding":[{"code":"group"}]},"value":"G7"}]}\
                 """, """
                 {"resourceType":"Coverage","id":"gone","status":"cancelled","beneficiary":{"reference":"Patient/1"},
                  "payor":[{"display":"x"}]}\
                 """));
        fhir.on("GET /Organization/acme", """
            {"resourceType":"Organization","id":"acme","name":"Acme Health","identifier":[
             {"system":"urn:carequeue:sandbox:payer","value":"ACME1"}]}\
            """);
        fhir.on("GET /RelatedPerson/mother", """
            {"resourceType":"RelatedPerson","id":"mother","patient":{"reference":"Patient/1"},"birthDate":"1980-02-03",
             "name":[{"family":"Ward","given":["Ann"]}]}\
            """);
        List<Coverage> known = bench.ehr.coveragesOf("main", "1");
        assertThat(known).extracting(Coverage::order).containsExactly(CoverageOrder.PRIMARY, CoverageOrder.SECONDARY);
        assertThat(known).extracting(Coverage::payerId).containsExactly("ACME1", null);
        assertThat(known).extracting(Coverage::payerName).containsExactly("Acme Health", "Other Health");
        assertThat(known).extracting(Coverage::memberId).containsExactly(Phi.of("M1"), Phi.of("S2"));
        assertThat(known.get(0).groupNumber()).isEqualTo(Phi.of("G7"));
        assertThat(known.get(0).subscriber()).isNull();
        assertThat(known.get(1).subscriber())
                .isEqualTo(new Coverage.Subscriber(Phi.of("Ann"), Phi.of("Ward"), Phi.of(LocalDate.of(1980, 2, 3))));
        assertThat(known.get(1).from()).as("a year is no day").isNull();
        assertThat(known.get(1).until()).isEqualTo(LocalDate.of(2026, 12, 31));
    }
}

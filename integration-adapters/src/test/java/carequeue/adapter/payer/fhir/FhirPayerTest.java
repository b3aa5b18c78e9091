package carequeue.adapter.payer.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import carequeue.adapter.payer.Partner;
import carequeue.adapter.payer.Partner.Answer;
import carequeue.adapter.payer.Partner.Call;
import carequeue.adapter.payer.PayerBench;
import carequeue.adapter.payer.StillOpen;
import carequeue.api.Money;
import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityState;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A FHIR payer is asked as its server offers, and its answers are those of the specification's examples. */
class FhirPayerTest extends FhirPayerStage {

    private EligibilityAnswer answered(String inside) {
        try (Partner partner = submitting(response(inside))) {
            return payer(partner).ask(PayerBench.question("W123"));
        }
    }

    @Test
    void thePublishedAnswerIsActiveAndNamesNoFixedCoPay() {
        EligibilityAnswer said = answered(E2502);
        assertThat(said.outcome()).isEqualTo(EligibilityState.ACTIVE);
        assertThat(said.benefits().coPay()).isNull();
        assertThat(said.benefits().network()).isEqualTo(Network.IN);
        assertThat(said.codes()).containsExactly("EB01:1", "EB01:A", "EB01:I");
    }

    @Test
    void coPayAndDeductibleOfAVisit() {
        EligibilityAnswer said = answered("""
            "outcome": "complete", "insurance": [{"coverage": {"reference": "#c"}, "inforce": true,
             "benefitPeriod": {"start": "2026-01-01", "end": "2026-12-31T23:59:59-05:00"}, "item": [
             {"category": {"coding": [{"code": "30"}]}, "network": {"coding": [{"code": "in"}]}, "benefit": [
              {"type": {"coding": [{"code": "copay"}]}, "allowedMoney": {"value": 20.50, "currency": "USD"}},
              {"type": {"coding": [{"code": "deductible"}]}, "allowedMoney": {"value": 1500, "currency": "USD"},
               "usedMoney": {"value": 1600, "currency": "USD"}}]},
             {"category": {"coding": [{"code": "30"}]}, "network": {"coding": [{"code": "out"}]}, "benefit": [
              {"type": {"coding": [{"code": "copay"}]}, "allowedMoney": {"value": 60, "currency": "USD"}}]}]}]\
            """);
        assertThat(said.benefits().coPay()).isEqualTo(new Money(2_050, "USD"));
        assertThat(said.benefits().deductible()).isEqualTo(new Money(150_000, "USD"));
        assertThat(said.benefits().deductibleRemaining()).isEqualTo(new Money(0, "USD"));
        assertThat(said.benefits().planUntil()).hasToString("2026-12-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"outcome\": \"complete\", \"insurance\": [{\"coverage\": {\"display\": \"x\"}, \"inforce\": false}]"
                        + " | inactive",
                "\"outcome\": \"complete\", \"insurance\": [{\"coverage\": {\"display\": \"x\"}}] | unknown",
                "\"outcome\": \"partial\", \"insurance\": [{\"coverage\": {\"display\": \"x\"}, \"inforce\": true}] |"
                        + " active",
                "\"outcome\": \"error\", \"error\": [{\"code\": {\"coding\": [{\"code\": \"a001\"}]}}] | not-supported",
                "\"outcome\": \"error\", \"error\": [{\"code\": {\"coding\": [{\"code\": \"75\"}]}}] |"
                        + " patient-must-correct",
                "\"outcome\": \"error\", \"error\": [{\"code\": {\"text\": \"John is not known\"}}] | unknown",
                "\"outcome\": \"error\" | unknown",
            })
    void everyOutcomeHasItsPlace(String inside, String outcome) {
        EligibilityAnswer said = answered(inside);
        assertThat(said.outcome().toString()).isEqualTo(outcome);
        assertThat(said.codes()).noneMatch(code -> code.contains("John"));
    }

    @Test
    void whatIsQueuedIsAskedForByItsNameAndNotPutAgain() {
        try (Partner partner = submitting(response("\"id\": \"r9\", \"outcome\": \"queued\""))) {
            var payer = payer(partner);
            assertThatThrownBy(() -> payer.ask(PayerBench.question("QUEUED"))).isInstanceOf(StillOpen.class);
            assertThatThrownBy(() -> payer.ask(PayerBench.question("QUEUED"))).isInstanceOf(StillOpen.class);
            partner.answer(call -> new Answer(200, FHIR, response("\"id\": \"r9\", " + E2502)));
            assertThat(payer.ask(PayerBench.question("QUEUED")).outcome()).isEqualTo(EligibilityState.ACTIVE);
            assertThat(partner.calls).extracting(Call::method).containsExactly("GET", "POST", "GET", "GET");
            assertThat(partner.calls.get(3).path()).endsWith("/CoverageEligibilityResponse/r9");
        } finally {
            JdbcClient.create(DATABASE).sql("delete from payer_question").update();
        }
    }

    @Test
    void whereNothingIsSubmittedItIsCreatedOnceAndItsAnswerLookedFor() {
        String found = "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"entry\": [{\"resource\": "
                + response(E2502) + "}]}";
        try (Partner partner = new Partner(call -> call.path().contains("metadata")
                ? new Answer(200, FHIR, OFFERS_SUBMIT.replace("submit", "other"))
                : call.method().equals("POST")
                        ? new Answer(201, FHIR, "{\"resourceType\": \"CoverageEligibilityRequest\", \"id\": \"17\"}")
                        : new Answer(200, FHIR, found))) {
            assertThat(payer(partner).ask(PayerBench.question("W123")).outcome())
                    .isEqualTo(EligibilityState.ACTIVE);
            assertThat(partner.calls.get(2).path()).contains("CoverageEligibilityRequest%2F17");
        } finally {
            JdbcClient.create(DATABASE).sql("delete from payer_question").update();
        }
    }

    @Test
    void theQuestionHoldsAllItSpeaksOf() {
        try (Partner partner = submitting(response(E2502))) {
            payer(partner).ask(PayerBench.question("W123"));
            String sent = partner.calls.get(1).body();
            assertThat(partner.calls.get(1).path()).endsWith("/CoverageEligibilityRequest/$submit");
            assertThat(sent)
                    .contains("W123", "1999999984", "60054", "1980-02-03")
                    .doesNotContain("phone", "mrn");
            assertThat(FhirContext.forR4Cached()
                            .newJsonParser()
                            .parseResource(org.hl7.fhir.r4.model.Parameters.class, sent)
                            .getParameterFirstRep()
                            .getResource())
                    .isInstanceOf(CoverageEligibilityRequest.class);
        }
    }
}

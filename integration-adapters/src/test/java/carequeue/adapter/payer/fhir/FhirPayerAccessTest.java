package carequeue.adapter.payer.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.payer.Partner;
import carequeue.adapter.payer.Partner.Answer;
import carequeue.adapter.payer.Partner.Call;
import carequeue.adapter.payer.PayerBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.eligibility.EligibilityState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A FHIR payer lets us in by a token, and only one that speaks R4 is spoken with. */
class FhirPayerAccessTest extends FhirPayerStage {

    @Test
    void aTokenIsAskedForOnceAndRenewedOnceWhenItIsRefused() {
        try (Partner partner = new Partner(call -> call.path().equals("/token")
                ? new Answer(
                        200,
                        "application/json",
                        "{\"access_token\": \"t1\", \"token_type\": \"bearer\", \"expires_in\": \"3600\"}")
                : new Answer(200, FHIR, call.path().contains("metadata") ? OFFERS_SUBMIT : response(E2502)))) {
            var payer = payer(partner, null, partner.url() + "/token");
            payer.ask(PayerBench.question("W1"));
            payer.ask(PayerBench.question("W1"));
            assertThat(calls(partner, "/token")).hasSize(1);
            assertThat(calls(partner, "/token").get(0).body())
                    .isEqualTo("grant_type=client_credentials&scope=eligibility");
            partner.answer(call -> call.path().equals("/token")
                    ? new Answer(200, "application/json", "{\"access_token\": \"t2\"}")
                    : "Bearer t2".equals(call.authorization())
                            ? new Answer(200, FHIR, response(E2502))
                            : new Answer(401, FHIR, "{}"));
            assertThat(payer.ask(PayerBench.question("W1")).outcome()).isEqualTo(EligibilityState.ACTIVE);
            assertThat(calls(partner, "/token")).hasSize(2);
            partner.answer(call -> new Answer(401, FHIR, "{\"error\": \"invalid_client\"}"));
            assertThatThrownBy(() -> payer.ask(PayerBench.question("W1")))
                    .isInstanceOf(OutsideFailure.Unavailable.class)
                    .hasMessageContaining("invalid_client");
        }
    }

    private static List<Call> calls(Partner partner, String path) {
        return partner.calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    @Test
    void anotherVersionThanR4IsRefusedPlainly() {
        try (Partner partner = new Partner(call -> new Answer(200, FHIR, OFFERS_SUBMIT.replace("4.0.1", "3.0.2")))) {
            assertThatThrownBy(() -> payer(partner).probe()).hasMessage("payer speaks FHIR 3.0.2, not R4");
        }
    }
}

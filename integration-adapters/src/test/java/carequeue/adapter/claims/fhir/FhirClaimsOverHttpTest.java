package carequeue.adapter.claims.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.claims.ClaimSettings.Kind;
import carequeue.adapter.claims.PayerWord;
import carequeue.adapter.claims.PayerWord.Decided;
import carequeue.adapter.claims.clearinghouse.Bills837;
import carequeue.adapter.payer.Partner;
import carequeue.adapter.payer.Partner.Answer;
import carequeue.adapter.payer.Partner.Call;
import carequeue.adapter.payer.PayerBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.claim.Frequency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Claims over HTTP with answers in the shape of R4 (hl7.org/fhir/R4/claim-operation-submit.html, claimresponse-examples.html): one server submits, another only
 * keeps.
 */
class FhirClaimsOverHttpTest {

    private static final String FHIR = "application/fhir+json";
    private static final String SAID = """
            {"resourceType":"CapabilityStatement","status":"active","date":"2026-01-01","kind":"instance","fhirVersion":"4.0.1",
             "format":["json"],"rest":[{"mode":"server","resource":[{"type":"Claim"%s}]}]}""";
    private static final String SUBMITS = SAID.formatted(
            ",\"operation\":[{\"name\":\"submit\",\"definition\":\"http://hl7.org/fhir/OperationDefinition/Claim-submit\"}]");
    private static final String DECIDED = """
            {"resourceType":"ClaimResponse","id":"R3500","meta":{"versionId":"1"},"status":"active","use":"claim",
             "type":{"coding":[{"code":"professional"}]},"patient":{"reference":"Patient/1"},"created":"2014-08-16",
             "insurer":{"reference":"Organization/2"},"outcome":"complete","total":[
             {"category":{"coding":[{"code":"submitted"}]},"amount":{"value":150.50,"currency":"USD"}},
             {"category":{"coding":[{"code":"copay"}]},"amount":{"value":20,"currency":"USD"}},
             {"category":{"coding":[{"code":"benefit"}]},"amount":{"value":100.00,"currency":"USD"}}]}""";
    private static final String FOUND = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[%s]}";

    private final Partner partner = new Partner(call -> new Answer(500, FHIR, ""));
    private final FhirClaims claims = new FhirClaims(
            Bills837.settings(partner.url() + "/fhir", Kind.FHIR),
            new PayerBench().guards,
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

    @AfterEach
    void close() {
        partner.close();
    }

    private List<Call> posts() {
        return partner.calls.stream()
                .filter(call -> call.method().equals("POST"))
                .toList();
    }

    @Test
    void whoSubmitsIsAnsweredAtOnce() {
        partner.answer(call -> new Answer(200, FHIR, call.path().contains("metadata") ? SUBMITS : DECIDED));
        List<PayerWord> words = claims.submit(Bills837.bill());
        claims.submit(Bills837.bill(Frequency.REPLACEMENT, Bills837.own(), null));
        assertThat(((Decided) words.get(0)).said().patientOwes().amount()).isEqualTo(2_000);
        assertThat(posts()).extracting(Call::path).containsOnly("/fhir/Claim/$submit");
        assertThat(posts().get(1).body()).contains("PCN-7");
        assertThat(partner.calls).as("what the server offers is asked once").hasSize(3);
    }

    @Test
    void whoOnlyKeepsIsAskedForTheAnswer() {
        String claim = "{\"resource\":{\"resourceType\":\"Claim\",\"id\":\"c7\"}}";
        partner.answer(call -> call.path().contains("metadata")
                ? new Answer(200, FHIR, SAID.formatted(""))
                : call.method().equals("POST")
                        ? new Answer(201, FHIR, "{\"resourceType\":\"Claim\",\"id\":\"c7\"}")
                        : new Answer(200, FHIR, FOUND.formatted("")));
        assertThat(claims.submit(Bills837.bill())).isEmpty();
        assertThat(posts()).extracting(Call::path).containsExactly("/fhir/Claim");

        partner.answer(call -> new Answer(
                200,
                FHIR,
                FOUND.formatted(call.path().contains("ClaimResponse") ? "{\"resource\":" + DECIDED + "}" : claim)));
        assertThat(claims.status(Bills837.bill())).hasSize(1).first().isInstanceOf(Decided.class);
        assertThat(claims.received(Bills837.bill())).isPresent();
        assertThat(partner.calls.get(partner.calls.size() - 1).path()).contains("request=Claim");
    }

    @Test
    void whoeverIsNotLetInOrToWaitTriesAgainLater() {
        partner.answer(call -> new Answer(401, FHIR, "{}"));
        assertThatThrownBy(() -> claims.submit(Bills837.bill()))
                .isInstanceOf(OutsideFailure.Unavailable.class)
                .hasMessageContaining("answered 401: we are not let in");
        partner.answer(call ->
                call.path().contains("metadata") ? new Answer(200, FHIR, SUBMITS) : new Answer(503, FHIR, "{}", "120"));
        assertThatThrownBy(() -> claims.submit(Bills837.bill()))
                .isInstanceOfSatisfying(
                        OutsideFailure.Unavailable.class,
                        away -> assertThat(away.after()).isEqualTo(Duration.ofMinutes(2)));
        partner.answer(call -> new Answer(422, FHIR, "{\"resourceType\":\"OperationOutcome\"}"));
        assertThatThrownBy(() -> claims.submit(Bills837.bill())).isInstanceOf(OutsideFailure.Rejected.class);
    }
}

package carequeue.adapter.ehr.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.EhrKind;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.visit.Identification;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorities that keep to the letter of the standard less than we would like. */
class OddAuthoritiesTest {

    private final FakeAuthority authority = new FakeAuthority();

    @AfterEach
    void stop() {
        authority.close();
    }

    private EhrBench bench() {
        return new EhrBench(authority.url() + "/fhir", Keys.secret("me", "secret", null), EhrKind.GENERIC);
    }

    private static void ask(EhrBench bench) {
        bench.ehr.findPatient("main", new Identification(Phi.of("M12345"), null, null, null, null));
    }

    @Test
    void theAddressStandsInWhicheverRestEntryNamesIt() {
        authority.wellKnown = null;
        authority.metadata = """
            {"resourceType":"CapabilityStatement","status":"active","fhirVersion":"4.0.1","rest":[{"mode":"client"},
             {"mode":"server","security":{"cors":true}},{"mode":"server","security":{"extension":[{"url":"urn:other"},
             {"url":"http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris","extension":[
             {"url":"token","valueUri":"%s/auth/token"}]}]}}]}\
            """;
        ask(bench());
        assertThat(authority.forms).hasSize(1);
    }

    @Test
    void aRelativeAddressIsTheServersOwn() {
        authority.wellKnown = "{\"token_endpoint\":\"/auth/token\"}";
        ask(bench());
        assertThat(authority.forms).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aServerThatTellsOnlyThoseItKnowsWhatItAllowsIsProbedWithAToken(int refusal) {
        authority.metadataClosed = true;
        authority.metadataRefusal = refusal;
        bench().ehr.probe();
        assertThat(authority.forms).hasSize(1);
    }

    @Test
    void aPageInsteadOfATokenPasses() {
        authority.token = "<!DOCTYPE html><title>Maintenance</title>";
        EhrBench bench = bench();
        assertThatThrownBy(() -> ask(bench)).isInstanceOf(OutsideFailure.Unavailable.class);
        authority.token = "{\"access_token\":\"token-%d\"}";
        ask(bench);
    }

    @Test
    void anErrorThatCallsItselfSuccessIsNamed() {
        authority.token = "{\"error\":\"invalid_scope\",\"error_description\":\"Mary Ward\"}";
        assertThatThrownBy(() -> ask(bench()))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr refuses us: invalid_scope");
    }

    @ParameterizedTest
    @CsvSource({"BearerToken,true", "bEARER,true", "DPoP,false", "mac,false"})
    void onlyWhatIsABearersTokenIsCarried(String type, boolean taken) {
        // Apigee says BearerToken: docs.apigee.com, OAuthV2 policy, client credentials.
        authority.token = "{\"access_token\":\"token-%d\",\"expires_in\":\"1799\",\"token_type\":\"" + type
                + "\",\"issued_at\":\"1420301470489\",\"status\":\"approved\"}";
        Throwable failure = catchThrowable(() -> ask(bench()));
        assertThat(failure == null).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void ourSecretFollowsNobodyElsewhere(int status) {
        authority.tokenStatus = status;
        authority.tokenHeaders = Map.of("Location", authority.url() + "/auth/token");
        assertThatThrownBy(() -> ask(bench()))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr answered who asks for a token " + status);
        assertThat(authority.forms).hasSize(1);
    }

    @Test
    void whoAsksToBeLeftAloneIs() {
        authority.tokenStatus = 429;
        authority.tokenHeaders = Map.of("Retry-After", "17");
        authority.token = "{\"error\":\"slow_down\"}";
        Throwable failure = catchThrowable(() -> ask(bench()));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        OutsideFailure.Unavailable.class,
                        it -> assertThat(it.after()).isEqualTo(Duration.ofSeconds(17)));
        assertThat(authority.forms).hasSize(1);
    }

    @Test
    void aSealedLineIsNotLeftForAnOpenOne() {
        assertThat(Discovery.sealed("https://ehr.example.org/fhir", URI.create("https://auth.example.org/token")))
                .isEqualTo("https://auth.example.org/token");
        assertThatThrownBy(() ->
                        Discovery.sealed("https://ehr.example.org/fhir", URI.create("http://auth.example.org/token")))
                .isInstanceOf(OutsideFailure.Rejected.class);
    }
}

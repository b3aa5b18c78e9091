package carequeue.adapter.ehr.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.EhrKind;
import carequeue.adapter.ehr.oauth.OAuthSettings.ClientAuth;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.visit.Identification;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How tokens are asked for, kept and renewed, shown by counting what arrives at the authority and at the FHIR server. */
class TokensTest {

    private final FakeAuthority authority = new FakeAuthority();

    @AfterEach
    void stop() {
        authority.close();
    }

    private EhrBench bench(OAuthSettings settings) {
        return new EhrBench(authority.url() + "/fhir", settings, EhrKind.GENERIC);
    }

    private static void ask(EhrBench bench) {
        bench.ehr.findPatient("main", new Identification(Phi.of("M12345"), null, null, null, null));
    }

    private EhrBench withSecret() {
        return bench(Keys.secret("clinic", "s", null));
    }

    @Test
    void aSecretGoesByBasicEachPartFormEncoded() {
        ask(bench(Keys.secret("my app", "p:a+s%s wörd", null)));
        String sent = authority.basic.get(0).substring("Basic ".length());
        assertThat(new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8))
                .isEqualTo("my+app:p%3Aa%2Bs%25s+w%C3%B6rd");
        assertThat(authority.forms.get(0))
                .isEqualTo(Map.of("grant_type", "client_credentials", "scope", "system/*.rs"));
        assertThat(authority.bearers).containsExactly("Bearer token-1");
    }

    @Test
    void aSecretGoesByPostWhereThatIsConfiguredOrAllThereIs() {
        ask(bench(Keys.secret("my app", "s&t", ClientAuth.CLIENT_SECRET_POST)));
        authority.wellKnown = authority.wellKnown.replace("private_key_jwt", "client_secret_post");
        ask(bench(Keys.secret("my app", "s&t", null)));
        assertThat(authority.forms)
                .hasSize(2)
                .allSatisfy(form ->
                        assertThat(form).containsEntry("client_id", "my app").containsEntry("client_secret", "s&t"));
        assertThat(authority.basic).containsOnly("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "ES384"})
    void anAssertionIsSignedAnewForEveryToken(String algorithm) throws Exception {
        KeyPair pair = algorithm.equals("RS384") ? Keys.rsa(2048) : Keys.ec("secp384r1");
        var settings = Keys.signing(Keys.pem(pair));
        EhrBench bench = bench(settings);
        ask(bench);
        authority.taken = "token-2";
        ask(bench);
        assertThat(authority.forms).hasSize(2);
        SignedJWT first = checked(settings, 0, algorithm);
        SignedJWT second = checked(settings, 1, algorithm);
        assertThat(first.getJWTClaimsSet().getJWTID())
                .isNotEqualTo(second.getJWTClaimsSet().getJWTID());
    }

    private SignedJWT checked(OAuthSettings settings, int call, String algorithm) throws Exception {
        Map<String, String> form = authority.forms.get(call);
        assertThat(form)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .containsEntry("grant_type", "client_credentials")
                .doesNotContainKeys("client_id", "client_secret");
        assertThat(form.get("scope")).contains("system/*.rs");
        SignedJWT jwt = SignedJWT.parse(form.get("client_assertion"));
        var key = JWKSet.parse(new ClientKeys(settings).published())
                .getKeyByKeyId(jwt.getHeader().getKeyID());
        var verifier =
                new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), ((AsymmetricJWK) key).toPublicKey());
        assertThat(jwt.verify(verifier)).isTrue();
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("the-clinic").isEqualTo(claims.getSubject());
        assertThat(claims.getAudience()).containsExactly(authority.url() + "/auth/token");
        assertThat(claims.getExpirationTime().toInstant())
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(5)));
        return jwt;
    }

    @Test
    void aServerWithoutTheDocumentSaysItInItsCapabilities() {
        authority.wellKnown = null;
        authority.metadata = """
            {"resourceType":"CapabilityStatement","status":"active","fhirVersion":"4.0.1","rest":[{"mode":"server",
             "security":{"extension":[{"url":"http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
             "extension":[{"url":"authorize","valueUri":"%s/no"},{"url":"token","valueUri":"%s/auth/token"}]}]}}]}\
            """;
        ask(withSecret());
        assertThat(authority.forms).hasSize(1);
        authority.metadata = "{\"resourceType\":\"CapabilityStatement\",\"status\":\"active\"}";
        assertThatThrownBy(() -> ask(withSecret()))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessageContaining("CAREQUEUE_EHR_TOKEN_URL");
    }

    @Test
    void manyCallersShareOneToken() {
        authority.millis = 300;
        EhrBench bench = withSecret();
        CompletableFuture.allOf(IntStream.range(0, 12)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> ask(bench)))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(authority.forms).hasSize(1);
        assertThat(authority.bearers).hasSize(12).containsOnly("Bearer token-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"access_token\":\"token-%d\",\"token_type\":\"BEARER\",\"expires_in\":\"3600\"}",
                "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600.0,\"refresh_token\":null}",
                "{\"access_token\":\"token-%d\"}"
            })
    void whatOthersCallATokenIsTaken(String answer) {
        authority.token = answer;
        EhrBench bench = withSecret();
        ask(bench);
        ask(bench);
        assertThat(authority.forms).hasSize(1);
    }

    @Test
    void aTokenIsRenewedShortlyBeforeItEnds() {
        authority.token = "{\"access_token\":\"token-%d\",\"token_type\":\"bearer\",\"expires_in\":1}";
        EhrBench bench = withSecret();
        ask(bench);
        org.awaitility.Awaitility.await().until(() -> {
            ask(bench);
            return authority.forms.size() == 2;
        });
        assertThat(authority.bearers).contains("Bearer token-2");
    }

    @Test
    void aTokenThatIsNotTakenIsRenewedOnceAndTheCallRepeatedOnce() {
        EhrBench bench = withSecret();
        ask(bench);
        authority.taken = "token-2";
        ask(bench);
        assertThat(authority.bearers).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
        authority.taken = "none";
        assertThatThrownBy(() -> ask(bench))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr answered 401");
        assertThat(authority.bearers).hasSize(5);
        assertThat(authority.forms).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_client", "invalid_scope", "unauthorized_client", "invalid_request"})
    void aRefusalIsNamedAndNotAskedForAgain(String error) {
        authority.tokenStatus = error.equals("invalid_client") ? 401 : 400;
        authority.token = "{\"error\":\"" + error + "\",\"error_description\":\"Mary Ward\"}";
        EhrBench bench = withSecret();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> ask(bench))
                    .isInstanceOf(OutsideFailure.Rejected.class)
                    .hasMessage("ehr refuses us: " + error);
        }
        assertThat(authority.forms).hasSize(1);
        assertThat(authority.bearers).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "429", "400"})
    void anAuthorityThatIsBusyMayPass(int status) {
        authority.tokenStatus = status;
        authority.token = status == 400 ? "{\"error\":\"temporarily_unavailable\"}" : "<html>busy</html>";
        EhrBench bench = withSecret();
        Throwable failure = catchThrowable(() -> ask(bench));
        assertThat(failure).isInstanceOf(OutsideFailure.Unavailable.class);
        authority.tokenStatus = 200;
        authority.token = "{\"access_token\":\"token-%d\"}";
        ask(bench);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"access_token\":\"\"}", "[]", "{\"access_token\":\"t\",\"token_type\":\"mac\"}"})
    void whatIsNoTokenIsRefused(String answer) {
        authority.token = answer;
        assertThatThrownBy(() -> ask(withSecret())).isInstanceOf(OutsideFailure.Rejected.class);
        assertThat(authority.bearers).isEmpty();
    }
}

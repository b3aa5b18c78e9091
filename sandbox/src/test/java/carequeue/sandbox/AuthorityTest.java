package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority takes an assertion only as SMART Backend Services asks for it, and only once. */
class AuthorityTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String APPOINTMENTS =
            "/cerner/r4/Appointment?location=main&date=ge2026-11-23&date=lt2026-11-24&_count=1";

    @TempDir
    Path directory;

    private RunningSandbox sandbox;
    private ECKey key;

    @BeforeEach
    void start() throws Exception {
        sandbox = RunningSandbox.in(directory);
        key = new ECKeyGenerator(Curve.P_384).keyID("k").generate();
        String jwks = new JWKSet(key.toPublicJWK()).toString();
        register("{\"client_id\":\"c\",\"jwks\":" + jwks + ",\"scope\":\"system/Appointment.rs\"}");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void register(String client) {
        assertThat(sandbox.post("/oauth/clients", "application/json", client).statusCode())
                .isEqualTo(201);
    }

    private String assertion(ECKey signing, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        Instant now = sandbox.clock.instant();
        var claims = change.apply(new JWTClaimsSet.Builder()
                        .issuer("c")
                        .subject("c")
                        .audience(sandbox.uri("/oauth/token").toString())
                        .jwtID(Long.toString(System.nanoTime()))
                        .expirationTime(Date.from(now.plusSeconds(240))))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("k").build(), claims);
        jwt.sign(new ECDSASigner(signing));
        return jwt.serialize();
    }

    private String ask(String assertion) {
        return sandbox.post(
                        "/oauth/token",
                        FORM,
                        "grant_type=client_credentials&scope=system%2F*.rs+system%2FAppointment.rs&client_assertion_type="
                                + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion="
                                + assertion)
                .body();
    }

    private int get(String path, String token) {
        return sandbox.send(java.net.http.HttpRequest.newBuilder(sandbox.uri(path))
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void anAssertionIsTakenOnce() throws Exception {
        String assertion = assertion(key, claims -> claims);
        assertThat(ask(assertion)).contains("\"access_token\"").contains("\"scope\":\"system/Appointment.rs\"");
        assertThat(ask(assertion)).contains("invalid_client").contains("used before");
    }

    @Test
    void whatIsNotAsItMustBeIsRefused() throws Exception {
        ECKey other = new ECKeyGenerator(Curve.P_384).keyID("k").generate();
        Instant now = sandbox.clock.instant();
        assertThat(ask(assertion(other, claims -> claims))).contains("wrong signature");
        assertThat(ask(assertion(key, claims -> claims.audience("http://elsewhere"))))
                .contains("audience");
        assertThat(ask(assertion(key, claims -> claims.subject("d")))).contains("differ");
        assertThat(ask(assertion(key, claims -> claims.jwtID(null)))).contains("without jti");
        assertThat(ask(assertion(key, claims -> claims.issuer("who").subject("who"))))
                .contains("unknown client");
        assertThat(ask(assertion(key, claims -> claims.expirationTime(Date.from(now.plusSeconds(301))))))
                .contains("longer than five minutes");
        assertThat(ask(assertion(key, claims -> claims.expirationTime(Date.from(now.minusSeconds(1))))))
                .contains("over");
        assertThat(ask("x.y.z")).contains("invalid_client");
    }

    @Test
    void aTokenOpensWhatItsScopesSayUntilItEnds() throws Exception {
        String token = ask(assertion(key, claims -> claims)).replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        assertThat(get(APPOINTMENTS, token)).isEqualTo(200);
        assertThat(get("/cerner/r4/Patient?family=Ward", token)).isEqualTo(403);
        assertThat(get(APPOINTMENTS, "other")).isEqualTo(401);
        sandbox.clock.moveTo(sandbox.clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(get(APPOINTMENTS, token)).isEqualTo(401);
    }

    @Test
    void vendorsSayWhatIsLeftAndWhereTokensAre() {
        String epic = sandbox.get("/epic/api/FHIR/R4/metadata").body();
        assertThat(epic)
                .contains("oauth-uris")
                .doesNotContain("\"code\": \"update\"")
                .doesNotContain("\"patch\"");
        assertThat(sandbox.get("/cerner/r4/metadata").body()).contains("patch");
        assertThat(sandbox.get("/epic/api/FHIR/R4/.well-known/smart-configuration")
                        .body())
                .contains(sandbox.uri("/oauth/token").toString());
        assertThat(sandbox.get("/epic/api/FHIR/R4/Patient?family=Ward").statusCode())
                .isEqualTo(401);
    }

    @Test
    void clientsAreRememberedOverARestart() throws Exception {
        stop();
        sandbox = RunningSandbox.in(directory);
        assertThat(ask(assertion(key, claims -> claims))).contains("access_token");
    }
}

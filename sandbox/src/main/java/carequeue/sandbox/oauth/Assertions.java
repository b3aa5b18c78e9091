package carequeue.sandbox.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Checks assertions as SMART Backend Services asks: signature, audience, five minutes at most, and each only once. */
final class Assertions {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);

    private final Clients clients;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    Assertions(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** The client who signed. */
    Client check(String assertion, String tokenUrl) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Client client = clients.find(claims.getIssuer()).orElseThrow(() -> no("unknown client"));
            signed(jwt, client);
            said(claims, tokenUrl);
            return client;
        } catch (ParseException | JOSEException | IOException | IllegalArgumentException e) {
            throw no("not a checkable assertion");
        }
    }

    private void signed(SignedJWT jwt, Client client) throws ParseException, JOSEException, IOException {
        if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) {
            throw no("RS384 or ES384 is wanted");
        }
        JWK key = keys(client).getKeyByKeyId(jwt.getHeader().getKeyID());
        if (!(key instanceof AsymmetricJWK pair)) {
            throw no("unknown key");
        }
        if (!jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), pair.toPublicKey()))) {
            throw no("wrong signature");
        }
    }

    private void said(JWTClaimsSet claims, String tokenUrl) {
        Instant now = clock.instant();
        Instant end = claims.getExpirationTime() == null
                ? Instant.MIN
                : claims.getExpirationTime().toInstant();
        if (!claims.getIssuer().equals(claims.getSubject())) {
            throw no("issuer and subject differ");
        }
        if (!claims.getAudience().contains(tokenUrl)) {
            throw no("the audience is not " + tokenUrl);
        }
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw no("over, or longer than five minutes");
        }
        seen.values().removeIf(until -> until.isBefore(now));
        if (claims.getJWTID() == null || seen.putIfAbsent(claims.getJWTID(), end) != null) {
            throw no("used before, or without jti");
        }
    }

    private static JWKSet keys(Client client) throws IOException, ParseException {
        if (client.jwksUri() != null) {
            return JWKSet.load(URI.create(client.jwksUri()).toURL(), 2_000, 2_000, 100_000);
        }
        return client.jwks() == null ? new JWKSet() : JWKSet.parse(client.jwks());
    }

    private static Refusal no(String why) {
        return new Refusal("invalid_client", why);
    }
}

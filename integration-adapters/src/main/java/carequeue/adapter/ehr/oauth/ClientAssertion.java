package carequeue.adapter.ehr.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** The signed statement by which SMART Backend Services know us; a new one for every token. */
final class ClientAssertion {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    // Five minutes at most; what is left over is for clocks that differ.
    private static final Duration LIFE = Duration.ofMinutes(4);

    private final OAuthSettings settings;
    private final ClientKeys keys;
    private final Clock clock;

    ClientAssertion(OAuthSettings settings, ClientKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    ClientKeys keys() {
        return keys;
    }

    String fresh(String tokenUrl, ClientKey key) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(settings.clientId())
                .subject(settings.clientId())
                .audience(OAuthSettings.given(settings.audience()) ? settings.audience() : tokenUrl)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        var header = new JWSHeader.Builder(key.algorithm())
                .type(JOSEObjectType.JWT)
                .keyID(key.jwk().getKeyID())
                .build();
        try {
            var assertion = new SignedJWT(header, claims);
            assertion.sign(key.signer());
            return assertion.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the key of the EHR does not sign", e);
        }
    }
}

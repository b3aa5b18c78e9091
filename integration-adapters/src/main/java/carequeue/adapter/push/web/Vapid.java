package carequeue.adapter.push.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;

/** Shows a push service who we are (RFC 8292): a token for its origin alone, signed with our key. */
final class Vapid {

    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final int COORDINATE = 32;

    private final WebPushSettings settings;
    private final ECKey key;

    Vapid(WebPushSettings settings, String privateKey) {
        byte[] point = Base64.getUrlDecoder().decode(settings.publicKey());
        if (point.length != 1 + 2 * COORDINATE || point[0] != 4) {
            throw new IllegalArgumentException(
                    "carequeue.webpush.public-key is no uncompressed P-256 key in base64url");
        }
        this.settings = settings;
        this.key = new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                        Base64URL.encode(Arrays.copyOfRange(point, 1 + COORDINATE, point.length)))
                .d(Base64URL.encode(Base64.getUrlDecoder().decode(privateKey)))
                .build();
    }

    /** The value of the header {@code Authorization}. */
    String authorization(URI endpoint, Instant now) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                new JWTClaimsSet.Builder()
                        .audience(PublicOnly.origin(endpoint))
                        .expirationTime(Date.from(now.plus(GOOD_FOR)))
                        .subject(settings.subject())
                        .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key of Web Push cannot sign", e);
        }
        return "vapid t=" + token.serialize() + ", k=" + settings.publicKey().replace("=", "");
    }
}

package carequeue.query.visit;

import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tokens of the patients' own links: they name one visit, cannot be guessed or changed, and expire at the end of the next business day. */
@Component
class PatientLinks {

    private static final int SEAL = 16;
    private static final int EXPIRY = Integer.BYTES;
    private static final int LONGEST = 512;

    private final SecretKeySpec key;
    private final Sites sites;
    private final Clock clock;

    PatientLinks(ObjectProvider<PatientLinkKey> key, Sites sites, Clock clock) {
        this.key = new SecretKeySpec(
                key.getIfAvailable(PatientLinkKey::ofThisProcess).bytes(), "HmacSHA256");
        this.sites = sites;
        this.clock = clock;
    }

    /** The token of a visit on a business day. */
    String token(String visitId, String siteId, LocalDate businessDay) {
        Site site = sites.get(siteId);
        return token(visitId, site.startOf(businessDay.plusDays(2)));
    }

    String token(String visitId, Instant expires) {
        byte[] visit = visitId.getBytes(StandardCharsets.UTF_8);
        byte[] said = ByteBuffer.allocate(visit.length + EXPIRY)
                .put(visit)
                .putInt((int) expires.getEpochSecond())
                .array();
        byte[] whole = ByteBuffer.allocate(said.length + SEAL)
                .put(said)
                .put(seal(said))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The visit that a token names; empty when it was forged or has expired. */
    Optional<String> visit(String token) {
        byte[] whole = decoded(token);
        if (whole.length <= EXPIRY + SEAL) {
            return Optional.empty();
        }
        byte[] said = Arrays.copyOf(whole, whole.length - SEAL);
        byte[] seal = Arrays.copyOfRange(whole, said.length, whole.length);
        int visit = said.length - EXPIRY;
        boolean valid = MessageDigest.isEqual(seal, seal(said))
                && clock.instant().getEpochSecond()
                        < Integer.toUnsignedLong(
                                ByteBuffer.wrap(said, visit, EXPIRY).getInt());
        return valid ? Optional.of(new String(said, 0, visit, StandardCharsets.UTF_8)) : Optional.empty();
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] seal(byte[] said) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(said), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

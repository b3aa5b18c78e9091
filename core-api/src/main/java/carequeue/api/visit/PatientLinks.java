package carequeue.api.visit;

import carequeue.api.Sealing;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Tokens of the patients' own links: they name one visit, cannot be guessed or changed, and expire at the end of the next business day. */
public final class PatientLinks {

    private static final int SEAL = 16;
    private static final int EXPIRY = Integer.BYTES;
    private static final int LONGEST = 512;
    private static final String PAYMENT = "payment:";

    private final Sealing sealing;
    private final Sites sites;
    private final Clock clock;

    public PatientLinks(Sealing sealing, Sites sites, Clock clock) {
        this.sealing = sealing;
        this.sites = sites;
        this.clock = clock;
    }

    /** The path of the patient's own page, a secret: it belongs into no event and no log. */
    public String path(String visitId, String siteId, LocalDate businessDay) {
        return "/p/" + token(visitId, siteId, businessDay);
    }

    /** The token of a visit on a business day. */
    public String token(String visitId, String siteId, LocalDate businessDay) {
        Site site = sites.get(siteId);
        return token(visitId, site.startOf(businessDay.plusDays(2)));
    }

    /** The token of a visit that is good until then. */
    public String token(String visitId, Instant expires) {
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

    /** The token of one payment's own page, good until then: whoever holds it sees an amount and whether it is paid, and may pay it. */
    public String payment(String paymentId, Instant expires) {
        return token(PAYMENT + paymentId, expires);
    }

    /** The payment that a token names; empty when it names a visit, was forged or has expired. */
    public Optional<String> paymentOf(String token) {
        return named(token).filter(name -> name.startsWith(PAYMENT)).map(name -> name.substring(PAYMENT.length()));
    }

    /** The visit that a token names; empty when it was forged or has expired. */
    public Optional<String> visit(String token) {
        return named(token).filter(name -> !name.startsWith(PAYMENT));
    }

    private Optional<String> named(String token) {
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
        byte[] whole = sealing.index("patient-link", Base64.getEncoder().encodeToString(said));
        return Arrays.copyOf(whole, SEAL);
    }
}

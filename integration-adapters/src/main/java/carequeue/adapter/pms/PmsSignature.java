package carequeue.adapter.pms;

import carequeue.adapter.inbound.SharedSecret;
import carequeue.adapter.secrets.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a webhook: {@code t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.body" in hex>}, taken for five minutes. */
final class PmsSignature {

    /** How far the sender's clock may be from ours. */
    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),\\s*v1=([0-9a-fA-F]{64})");

    private PmsSignature() {}

    /** Whether the body was signed just now by one of the secrets; never where there is none. */
    static boolean good(String header, byte[] body, Instant now, Secret... secrets) {
        Matcher said = FORM.matcher(header == null ? "" : header.strip());
        if (!said.matches()) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(said.group(1)));
        boolean fresh = Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
        return fresh
                && Secret.anyFits(
                        Stream.of(secrets),
                        secret -> SharedSecret.same(
                                said.group(2).toLowerCase(java.util.Locale.ROOT), hmac(secret, said.group(1), body)));
    }

    private static String hmac(String secret, String at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}

package carequeue.sandbox.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one account that the carrier has; its secret is known to everybody, since nothing here is real. */
final class Account {

    static final String SID = "ACcafe0000000000000000000000sandbox";
    static final String TOKEN = "sandbox-twilio-token";

    private Account() {}

    /** Whether the header of HTTP Basic names this account and its secret. */
    static boolean isMeant(String authorization) {
        String basic = Base64.getEncoder().encodeToString((SID + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8),
                        ("Basic " + basic).getBytes(StandardCharsets.UTF_8));
    }

    /** The signature of a form that is posted to an address: HMAC-SHA1 over the address and the sorted fields. */
    static String signature(String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

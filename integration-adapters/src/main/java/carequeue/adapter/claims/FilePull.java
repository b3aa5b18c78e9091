package carequeue.adapter.claims;

import carequeue.adapter.inbound.Envelopes;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.ServiceReturned;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fetches the files that lie at the clearing-house: each is stored before it is called taken, so that none is lost and none counts twice. */
@Component
public class FilePull {

    private static final int ENVELOPE = 105;
    private static final int DIGEST = 16;

    private final ClaimService claims;
    private final Envelopes envelopes;

    public FilePull(ClaimService claims, Envelopes envelopes) {
        this.claims = claims;
        this.envelopes = envelopes;
    }

    /** Fetches what is there; what cannot be fetched now is fetched later. */
    public synchronized void turn() {
        try {
            for (String name : claims.files()) {
                String text = claims.file(name);
                envelopes.store(ClaimService.CLAIMS, id(text), type(text), text.getBytes(StandardCharsets.UTF_8));
                claims.taken(name);
            }
        } catch (OutsideFailure away) {
            // The health of the service says so; the next turn tries again.
        }
    }

    /** Looks at once when the clearing-house answers again. */
    @EventListener
    public void on(ServiceReturned returned) {
        if (returned.service().equals(ClaimService.CLAIMS)) {
            turn();
        }
    }

    /** Who sent it, under which number (ISA06, ISA13), and what it says: whoever counts anew sends another file under an old number. */
    static String id(String text) {
        String begun = text.stripLeading();
        String digest = digest(begun.strip());
        if (!begun.startsWith("ISA") || begun.length() <= ENVELOPE) {
            return digest;
        }
        String[] isa = begun.substring(0, ENVELOPE).split(java.util.regex.Pattern.quote(begun.substring(3, 4)), -1);
        return isa.length > 13 ? isa[6].strip() + "-" + isa[13] + "-" + digest : digest;
    }

    private static String type(String text) {
        int at = text.indexOf("ST" + (text.length() > 3 && text.startsWith("ISA") ? text.charAt(3) : "*"));
        return at >= 0
                        && text.length() >= at + 6
                        && text.substring(at + 3, at + 6).matches("\\d{3}")
                ? text.substring(at + 3, at + 6)
                : "file";
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package carequeue.adapter.email;

import carequeue.adapter.message.PublicAddress;
import carequeue.api.Sealing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The links by which a patient ends all emails; they name the patient, cannot be guessed, and hold as long as mailboxes do. */
@Component
public class Unsubscribing {

    /** Where the links lead. */
    static final String PATH = "/webhooks/email/unsubscribe/";

    private static final int SEAL = 16;
    private static final int LONGEST = 256;

    private final Sealing sealing;
    private final PublicAddress ours;

    public Unsubscribing(Sealing sealing, PublicAddress ours) {
        this.sealing = sealing;
        this.ours = ours;
    }

    /** The link of a patient. */
    URI link(String patientId) {
        byte[] patient = patientId.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(patient, patient.length + SEAL);
        System.arraycopy(seal(patientId), 0, whole, patient.length, SEAL);
        return ours.of(PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
    }

    /** The patient whom a link names; empty when it is none of ours. */
    Optional<String> patient(String token) {
        byte[] whole = decoded(token);
        if (whole.length <= SEAL) {
            return Optional.empty();
        }
        String patient = new String(whole, 0, whole.length - SEAL, StandardCharsets.UTF_8);
        byte[] seal = Arrays.copyOfRange(whole, whole.length - SEAL, whole.length);
        return MessageDigest.isEqual(seal, seal(patient)) ? Optional.of(patient) : Optional.empty();
    }

    private static byte[] decoded(String token) {
        try {
            return token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    private byte[] seal(String patientId) {
        return Arrays.copyOf(sealing.index("unsubscribe", "email", patientId), SEAL);
    }
}

package carequeue.store.phi;

import java.util.Base64;

/**
 * A sealed value as it is stored: {@code p1.<key id>.<base64url of the ciphertext>}.
 *
 * @param column whether it stands in a row that is built from history, there as {@code s1.…}
 * @param keyId the patient key that opens it
 */
public record SealedForm(boolean column, String keyId, byte[] ciphertext) {

    /** With what every sealed value begins. */
    public static final String PREFIX = "p1.";

    /** With what a sealed value in a column begins; as long as the other. */
    static final String COLUMN_PREFIX = "s1.";

    /** What is stored in the place of a value that was erased. */
    public static final String ERASED = "p!";

    /** Reads the stored form; says nothing of it when it is none. */
    public static SealedForm of(String stored) {
        boolean column = stored.startsWith(COLUMN_PREFIX);
        int dot = column || stored.startsWith(PREFIX) ? stored.indexOf('.', PREFIX.length()) : -1;
        if (dot < 0) {
            throw new IllegalArgumentException("not a stored personal value");
        }
        try {
            byte[] ciphertext = Base64.getUrlDecoder().decode(stored.substring(dot + 1));
            return new SealedForm(column, stored.substring(PREFIX.length(), dot), ciphertext);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a stored personal value");
        }
    }
}

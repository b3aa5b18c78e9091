package carequeue.query.visit;

import java.security.SecureRandom;

/** The secret under which the patients' links are sealed; every node must be given the same one. */
public record PatientLinkKey(byte[] bytes) {

    private static final int LENGTH = 32;

    public PatientLinkKey {
        if (bytes.length < LENGTH) {
            throw new IllegalArgumentException("the key of the patient links needs at least 32 bytes");
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A secret of this process alone: links sealed with it end with the process. */
    static PatientLinkKey ofThisProcess() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new PatientLinkKey(bytes);
    }

    @Override
    public String toString() {
        return "[key]";
    }
}

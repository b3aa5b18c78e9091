package carequeue.sandbox.ehr;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;

/** The medical record number of the site, derived from the patient's id so that it never changes. */
final class SiteMrn {

    private SiteMrn() {}

    static Identifier of(String patientId) {
        return withValue(value(patientId));
    }

    static Identifier withValue(String value) {
        var type = new CodeableConcept()
                .addCoding(new Coding(Systems.IDENTIFIER_TYPE, "MR", "Medical Record Number"))
                .setText("Medical Record Number");
        return new Identifier().setType(type).setSystem(Systems.MRN).setValue(value);
    }

    /** Ten characters, the first an M so that nobody takes it for a plain number. */
    static String value(String patientId) {
        String digits = new BigInteger(1, sha256(patientId)).toString(36).toUpperCase(Locale.ROOT);
        return "M" + digits.substring(0, 9);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

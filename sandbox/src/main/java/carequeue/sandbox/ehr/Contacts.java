package carequeue.sandbox.ehr;

import java.text.Normalizer;
import java.util.Locale;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;

/** The email addresses of the patients; Synthea gives everybody a phone and nobody an email. */
final class Contacts {

    private Contacts() {}

    /** Most have an email, always the same ones. */
    static void giveMostAnEmail(Patient patient, String id) {
        if (SiteMrn.value(id).charAt(9) % 4 != 0) {
            var name = patient.getNameFirstRep();
            setEmail(patient, name.getGiven().get(0).getValue() + "." + name.getFamily());
        }
    }

    static void setEmail(Patient patient, String mailbox) {
        String plain = Normalizer.normalize(mailbox, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9.-]", "")
                .toLowerCase(Locale.ROOT);
        patient.getTelecom().removeIf(point -> point.getSystem() == ContactPointSystem.EMAIL);
        patient.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue(plain + "@example.org");
    }
}

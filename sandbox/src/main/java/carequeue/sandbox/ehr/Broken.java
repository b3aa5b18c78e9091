package carequeue.sandbox.ehr;

import java.util.Locale;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;

/** The ways in which a patient of the sandbox is broken on purpose, one for each rule of a strict reader. */
enum Broken {
    NO_MRN(
            "has no MRN of the site",
            patient -> patient.getIdentifier().removeIf(id -> Systems.MRN.equals(id.getSystem()))),
    TWO_MRNS("has two MRNs of the site", patient -> patient.addIdentifier(SiteMrn.of("second"))),
    MALFORMED_MRN(
            "has an MRN of another form",
            patient -> patient.getIdentifier().stream()
                    .filter(id -> Systems.MRN.equals(id.getSystem()))
                    .forEach(id -> id.setValue("ab-12"))),
    NO_FAMILY_NAME("has no family name", patient -> patient.getNameFirstRep().setFamily(null)),
    NO_GIVEN_NAME("has no given name", patient -> patient.getNameFirstRep().setGiven(null)),
    NO_BIRTH_DATE("has no birth date", patient -> patient.setBirthDateElement(null)),
    PARTIAL_BIRTH_DATE(
            "has only a year of birth",
            patient -> patient.setBirthDateElement(new DateType(
                    patient.getBirthDateElement().getValueAsString().substring(0, 4)))),
    MALFORMED_PHONE("has a phone that is none", patient -> contact(patient, ContactPointSystem.PHONE, "ask the son")),
    MALFORMED_EMAIL("has an email that is none", patient -> contact(patient, ContactPointSystem.EMAIL, "at home")),
    NAME_TOO_LONG(
            "has a family name of 60 letters",
            patient -> patient.getNameFirstRep()
                    .setFamily("Featherstonehaugh".repeat(4).substring(0, 60)));

    private final String why;
    private final Consumer<Patient> damage;

    Broken(String why, Consumer<Patient> damage) {
        this.why = why;
        this.damage = damage;
    }

    /** The code of the tag that such a patient carries, such as {@code no-mrn}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String patientId() {
        return "broken-" + code();
    }

    void damage(Patient patient) {
        patient.getMeta().addTag(Systems.BROKEN, code(), why);
        damage.accept(patient);
    }

    private static void contact(Patient patient, ContactPointSystem system, String value) {
        patient.getTelecom().removeIf(point -> point.getSystem() == system);
        patient.addTelecom().setSystem(system).setValue(value);
    }
}

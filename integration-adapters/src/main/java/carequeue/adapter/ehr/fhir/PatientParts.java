package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.PatientEdit.Part;
import carequeue.api.patient.Address;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;

/** What a FHIR Patient says of the parts that we may change. */
final class PatientParts {

    private static final int PHONE_DIGITS = 10;

    private PatientParts() {}

    /** What it says, null where it says nothing. */
    static String value(Patient patient, Part part) {
        HumanName name = PatientMapping.best(patient.getName());
        return switch (part) {
            case FIRST_NAME -> name.hasGiven() ? name.getGiven().get(0).getValue() : null;
            case LAST_NAME -> name.getFamily();
            case BIRTH_DATE -> patient.getBirthDateElement().getValueAsString();
            case PHONE ->
                contact(patient, ContactPointSystem.PHONE)
                        .map(ContactPoint::getValue)
                        .orElse(null);
            case EMAIL ->
                contact(patient, ContactPointSystem.EMAIL)
                        .map(ContactPoint::getValue)
                        .orElse(null);
            case GENDER -> patient.hasGender() ? patient.getGender().toCode() : null;
            case ADDRESS ->
                Addresses.best(patient.getAddress())
                        .map(Addresses::ours)
                        .map(Address::text)
                        .orElse(null);
        };
    }

    /** The number or address by which a patient is reached first. */
    static Optional<ContactPoint> contact(Patient patient, ContactPointSystem system) {
        return patient.getTelecom().stream()
                .filter(point -> point.getSystem() == system && point.hasValue())
                .filter(point -> point.getUse() != ContactPointUse.OLD)
                .min(Comparator.comparingInt(point -> point.hasRank() ? point.getRank() : Integer.MAX_VALUE));
    }

    /** Whether two values say the same, however they are written; nothing is the same as nothing. */
    static boolean same(Part part, String one, String other) {
        return plain(part, one).equals(plain(part, other));
    }

    private static String plain(Part part, String value) {
        String text = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        return switch (part) {
            case PHONE -> {
                String digits = text.replaceAll("\\D", "");
                yield digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
            }
            case ADDRESS -> text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
            default -> text;
        };
    }
}

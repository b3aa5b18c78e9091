package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrSite;
import carequeue.adapter.ehr.PatientRecord;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;

/** Reads a FHIR Patient strictly: what is missing or malformed is refused with the field's name, never its value. */
final class PatientMapping {

    private static final int NAME_LENGTH = 50;
    private static final List<NameUse> BEST_FIRST =
            List.of(NameUse.OFFICIAL, NameUse.USUAL, NameUse.NULL, NameUse.NICKNAME, NameUse.ANONYMOUS, NameUse.TEMP);

    private final EhrSite site;
    private final Findings wrong = new Findings();

    private PatientMapping(EhrSite site) {
        this.site = site;
    }

    /**
     * Reads a patient of a site.
     *
     * @throws Unacceptable naming every field that cannot be accepted
     */
    static PatientRecord read(Patient patient, EhrSite site) {
        PatientMapping mapping = new PatientMapping(site);
        Modifiers.check(patient, mapping.wrong);
        Demographics demographics = mapping.demographics(patient);
        String id = patient.getIdElement().getIdPart();
        mapping.wrong.refuse("Patient/" + id);
        return new PatientRecord(
                id,
                patient.getIdElement().getVersionIdPart(),
                demographics,
                deceased(patient),
                Identifiers.changed(patient));
    }

    private Demographics demographics(Patient patient) {
        HumanName name = best(patient.getName());
        String born = born(patient.getBirthDateElement());
        return new Demographics(
                Phi.of(mrn(patient)),
                Phi.of(word(
                        "firstName", name.hasGiven() ? name.getGiven().get(0).getValue() : null)),
                Phi.of(word("lastName", name.getFamily())),
                Phi.of(born == null || isPart(born) ? null : LocalDate.parse(born)),
                Phi.of(contact("phone", ContactPointSystem.PHONE, patient, site.phonePattern())),
                Phi.of(contact("email", ContactPointSystem.EMAIL, patient, site.emailPattern())),
                Phi.of(patient.hasGender() ? patient.getGender().toCode() : null),
                Phi.of(Addresses.best(patient.getAddress()).map(Addresses::ours).orElse(null)),
                Phi.of(born != null && isPart(born) ? born : null));
    }

    private String mrn(Patient patient) {
        List<String> numbers = Identifiers.recordNumbers(patient, site.mrnSystem());
        if (numbers.size() != 1) {
            return wrong.add("mrn", numbers.isEmpty() ? "missing" : "several");
        }
        String number = numbers.get(0);
        return site.mrnPattern().matcher(number).matches() ? number : wrong.add("mrn", "malformed");
    }

    private String word(String field, String value) {
        if (value == null || value.isBlank()) {
            return wrong.add(field, "missing");
        }
        return value.strip().length() > NAME_LENGTH ? wrong.add(field, "too-long") : value.strip();
    }

    private String born(DateType date) {
        String written = date == null ? null : date.getValueAsString();
        return written == null || written.isBlank() ? wrong.add("birthDate", "missing") : written;
    }

    /** A year or a month is kept as it is given. */
    private static boolean isPart(String date) {
        return date.length() < "yyyy-mm-dd".length();
    }

    private String contact(String field, ContactPointSystem system, Patient patient, Pattern form) {
        String value = PatientParts.contact(patient, system)
                .map(ContactPoint::getValue)
                .orElse(null);
        return value == null || form.matcher(value).matches() ? value : wrong.add(field, "malformed");
    }

    /** The name people go by today; a maiden or old one only when there is no other. */
    static HumanName best(List<HumanName> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> {
                    int place = BEST_FIRST.indexOf(name.hasUse() ? name.getUse() : NameUse.NULL);
                    return place < 0 ? BEST_FIRST.size() : place;
                }))
                .orElseGet(HumanName::new);
    }

    private static boolean deceased(Patient patient) {
        return patient.hasDeceasedDateTimeType()
                || patient.hasDeceasedBooleanType()
                        && patient.getDeceasedBooleanType().booleanValue();
    }
}

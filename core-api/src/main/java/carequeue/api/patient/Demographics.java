package carequeue.api.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Who a patient is. A field is null where it is not known.
 *
 * @param mrn the medical record number of the site
 * @param birthDate {@code YYYY-MM-DD}
 * @param gender FHIR administrative gender
 */
public record Demographics(
        @PhiField("mrn") Phi<String> mrn,
        @NotNull @PhiField("firstName") Phi<String> firstName,
        @NotNull @PhiField("lastName") Phi<String> lastName,
        @PhiField("birthDate") Phi<LocalDate> birthDate,
        @PhiField("phone") Phi<String> phone,
        @PhiField("email") Phi<String> email,
        @PhiField("gender") Phi<String> gender) {

    /** The name as staff read it, such as {@code Smith, Jane}. */
    public String name() {
        if (lastName instanceof Phi.Erased || firstName instanceof Phi.Erased) {
            return Phi.ERASED;
        }
        String last = Phi.text(lastName, n -> n, "");
        String first = Phi.text(firstName, n -> n, "");
        if (last.isEmpty() && first.isEmpty()) {
            return "(name unknown)";
        }
        return first.isEmpty() ? last : last.isEmpty() ? first : last + ", " + first;
    }
}

package carequeue.api.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Who a patient is. A field is null where it is not known.
 *
 * @param mrn the medical record number of the site
 * @param birthDate {@code YYYY-MM-DD}, null where only a part of it is known
 * @param gender FHIR administrative gender
 * @param born what is known of a birth date that is not known whole, {@code YYYY} or {@code YYYY-MM}; it is never completed
 */
public record Demographics(
        @PhiField("mrn") Phi<String> mrn,
        @NotNull @PhiField("firstName") Phi<String> firstName,
        @NotNull @PhiField("lastName") Phi<String> lastName,
        @PhiField("birthDate") Phi<LocalDate> birthDate,
        @PhiField("phone") Phi<String> phone,
        @PhiField("email") Phi<String> email,
        @PhiField("gender") Phi<String> gender,
        @PhiField("address") Phi<Address> address,
        @PhiField("born") Phi<String> born) {

    private static final int YEAR = "yyyy".length();

    /** Of whom neither the address nor a part of a birth date is known. */
    public Demographics(
            Phi<String> mrn,
            Phi<String> firstName,
            Phi<String> lastName,
            Phi<LocalDate> birthDate,
            Phi<String> phone,
            Phi<String> email,
            Phi<String> gender) {
        this(mrn, firstName, lastName, birthDate, phone, email, gender, null, null);
    }

    /** The last day on which they may have been born, by which nobody is taken for older than they may be; empty where nothing is known. */
    public Optional<LocalDate> bornAtLatest() {
        Optional<LocalDate> day = birthDate == null ? Optional.empty() : birthDate.known();
        return day.or(() -> born == null ? Optional.empty() : born.known().map(Demographics::lastDay));
    }

    private static LocalDate lastDay(String part) {
        return part.length() == YEAR
                ? Year.parse(part).atMonth(12).atEndOfMonth()
                : YearMonth.parse(part).atEndOfMonth();
    }

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

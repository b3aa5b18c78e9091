package carequeue.command.patient;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.Demographics;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What two systems can know differently of a patient. */
enum PatientField {
    MRN,
    FIRST_NAME,
    LAST_NAME,
    BIRTH_DATE,
    PHONE,
    EMAIL,
    GENDER;

    /** The field of a name, such as {@code patient.birth-date}. */
    static Optional<PatientField> of(String name) {
        return Stream.of(values()).filter(f -> f.toString().equals(name)).findFirst();
    }

    /** Its value as a text; null where it is not known. */
    Phi<String> in(Demographics who) {
        return switch (this) {
            case MRN -> who.mrn();
            case FIRST_NAME -> who.firstName();
            case LAST_NAME -> who.lastName();
            case BIRTH_DATE -> text(who.birthDate());
            case PHONE -> who.phone();
            case EMAIL -> who.email();
            case GENDER -> who.gender();
        };
    }

    private static Phi<String> text(Phi<LocalDate> date) {
        return date instanceof Phi.Known<LocalDate> known
                ? Phi.of(known.value().toString())
                : date == null ? null : new Phi.Erased<>();
    }

    /** The same person with another value of it. */
    Demographics with(Demographics w, Phi<String> value) {
        return new Demographics(
                this == MRN ? value : w.mrn(),
                this == FIRST_NAME ? value : w.firstName(),
                this == LAST_NAME ? value : w.lastName(),
                this == BIRTH_DATE ? date(value) : w.birthDate(),
                this == PHONE ? value : w.phone(),
                this == EMAIL ? value : w.email(),
                this == GENDER ? value : w.gender());
    }

    private static Phi<LocalDate> date(Phi<String> text) {
        try {
            return text instanceof Phi.Known<String> known ? Phi.of(LocalDate.parse(known.value())) : null;
        } catch (DateTimeException e) {
            throw new Refused.BadField("/value", "is no date");
        }
    }

    /** Whether two known values are not the same; how a name, number or address is written makes no difference. */
    boolean differ(Phi<String> one, Phi<String> other) {
        String a = plain(one);
        String b = plain(other);
        return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
    }

    private String plain(Phi<String> value) {
        String text = Phi.text(value, v -> v, "").strip().toLowerCase(Locale.ROOT);
        if (this != PHONE) {
            return text.replaceAll("\\s+", " ");
        }
        String digits = text.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 10));
    }

    @Override
    public String toString() {
        return "patient." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

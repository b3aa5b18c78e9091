package carequeue.command.patient;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.Address;
import carequeue.api.patient.Demographics;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What two systems can know differently of a patient. */
enum PatientField {
    MRN,
    FIRST_NAME,
    LAST_NAME,
    BIRTH_DATE,
    PHONE,
    EMAIL,
    GENDER,
    ADDRESS;

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
            case BIRTH_DATE -> who.birthDate() == null ? who.born() : text(who.birthDate(), LocalDate::toString);
            case PHONE -> who.phone();
            case EMAIL -> who.email();
            case GENDER -> who.gender();
            case ADDRESS -> text(who.address(), Address::text);
        };
    }

    private static <T> Phi<String> text(Phi<T> value, Function<T, String> words) {
        return value instanceof Phi.Known<T> known
                ? Phi.of(words.apply(known.value()))
                : value == null ? null : new Phi.Erased<>();
    }

    /** The same person with another value of it. */
    Demographics with(Demographics w, Phi<String> value) {
        return new Demographics(
                this == MRN ? value : w.mrn(),
                this == FIRST_NAME ? value : w.firstName(),
                this == LAST_NAME ? value : w.lastName(),
                this == BIRTH_DATE ? part(value) ? null : date(value) : w.birthDate(),
                this == PHONE ? value : w.phone(),
                this == EMAIL ? value : w.email(),
                this == GENDER ? value : w.gender(),
                this == ADDRESS ? address(value) : w.address(),
                this == BIRTH_DATE ? part(value) ? value : null : w.born());
    }

    private static Phi<Address> address(Phi<String> text) {
        return text instanceof Phi.Known<String> known ? Phi.of(Address.of(known.value())) : null;
    }

    /** Whether it is a year or a month, and no day. */
    private static boolean part(Phi<String> date) {
        return Phi.text(date, text -> text, "").matches("\\d{4}(-(0[1-9]|1[0-2]))?");
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
        return !a.isEmpty() && !b.isEmpty() && !a.equals(b) && !isPart(a, b) && !isPart(b, a);
    }

    /** Whether one value says less than another and nothing else: a month of a known day, or nothing at all. */
    boolean isLess(Phi<String> one, Phi<String> than) {
        return one == null || isPart(plain(one), plain(than));
    }

    private boolean isPart(String one, String of) {
        return this == BIRTH_DATE && one.length() < of.length() && of.startsWith(one);
    }

    private String plain(Phi<String> value) {
        String text = Phi.text(value, v -> v, "").strip().toLowerCase(Locale.ROOT);
        if (this != PHONE) {
            return this == ADDRESS ? text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() : text.replaceAll("\\s+", " ");
        }
        String digits = text.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 10));
    }

    @Override
    public String toString() {
        return "patient." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

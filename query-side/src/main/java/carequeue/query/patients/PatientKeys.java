package carequeue.query.patients;

import carequeue.api.patient.PatientQuery.PatientView;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How names and phone numbers are compared: without case, marks, order of names or punctuation. */
final class PatientKeys {

    private static final int NATIONAL = 10;
    private static final int MONTH = "yyyy-mm".length();
    private static final int YEAR = "yyyy".length();

    private PatientKeys() {}

    /** The last ten digits, so that a country code makes no difference; null when there are too few to be a number. */
    static String phone(String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        if (digits.length() < 7) {
            return null;
        }
        return digits.substring(Math.max(0, digits.length() - NATIONAL));
    }

    /** A name together with a birth date, which is never searched alone; null when either is missing. */
    static String born(String name, String birthDate) {
        return name == null || birthDate == null ? null : birthDate + " " + name;
    }

    /** What is known of a patient's birth date, be it a month or a year; null where nothing is. */
    static String born(PatientView patient) {
        return patient.birthDate() == null
                ? patient.born()
                : patient.birthDate().toString();
    }

    /** As what a birth date may be known: whole, by its month, by its year. */
    static Stream<String> known(LocalDate birthDate) {
        String day = birthDate == null ? null : birthDate.toString();
        return day == null ? Stream.empty() : Stream.of(day, day.substring(0, MONTH), day.substring(0, YEAR));
    }

    /** The words of a name, plain and small, digits among them. */
    static Set<String> words(String name) {
        String plain = Normalizer.normalize(String.valueOf(name), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return new TreeSet<>(Arrays.asList(plain.split(" ")));
    }

    /** Letters only, plain and small, the words in alphabetical order; null when there are none. */
    static String name(String name) {
        if (name == null) {
            return null;
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ")
                .strip();
        return plain.isEmpty()
                ? null
                : String.join(" ", Arrays.stream(plain.split(" ")).sorted().toList());
    }
}

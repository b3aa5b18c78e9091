package carequeue.command.patient;

import carequeue.api.patient.Demographics;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what a person who is typed in twice is known again: the whole name, however it is written, and the birth date. */
final class Likeness {

    private Likeness() {}

    /** The likeness of a person; empty where name or birth date are not known. */
    static Optional<String> of(Demographics who) {
        if (who.firstName() == null || who.lastName() == null || who.birthDate() == null) {
            return Optional.empty();
        }
        return who.birthDate()
                .known()
                .flatMap(born -> who.firstName()
                        .known()
                        .flatMap(first -> who.lastName().known().map(last -> born + " " + plain(first + " " + last))));
    }

    private static String plain(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return Arrays.stream(text.split(" ")).sorted().collect(Collectors.joining(" "));
    }
}

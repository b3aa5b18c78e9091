package carequeue.query.door;

import carequeue.api.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the API where they stand in an address. */
public final class Word {

    private Word() {}

    /** What a word means, null for none; a word that there is not is refused with those that there are. */
    public static <E extends Enum<E>> E of(Class<E> kind, String word, String field) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.toString().equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> new Refused.BadField("/" + field, "is one of " + all(kind)));
    }

    /** What several words mean. */
    public static <E extends Enum<E>> Set<E> all(Class<E> kind, Collection<String> words, String field) {
        Set<E> meant = new LinkedHashSet<>();
        if (words != null) {
            words.stream().map(word -> of(kind, word, field)).forEach(meant::add);
        }
        meant.remove(null);
        return meant;
    }

    /** A day that a clinic may ask for, or null. */
    public static LocalDate day(LocalDate day, String field) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 9999)) {
            throw new Refused.BadField("/" + field, "is a day between 1900 and 9999");
        }
        return day;
    }

    private static String all(Class<? extends Enum<?>> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}

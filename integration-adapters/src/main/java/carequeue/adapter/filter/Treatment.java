package carequeue.adapter.filter;

import java.util.Locale;

/** What becomes of a field. */
public enum Treatment {
    /** It goes as it is. */
    KEEP,
    /** Only the first letter goes. */
    INITIAL,
    /** Only the last four characters go. */
    LAST_FOUR,
    /** Only the year of a date goes. */
    YEAR,
    /** Only the partner can read it, where a key of the partner is set; else it goes as it is, within TLS. */
    ENCRYPT,
    /** It stays here; so does every field that a rule does not name. */
    DROP;

    /** Whether only a part of the value goes. */
    boolean masks() {
        return this == INITIAL || this == LAST_FOUR || this == YEAR;
    }

    /** The part of a value that goes; a value too short to be masked goes not at all. */
    String mask(String value) {
        return switch (this) {
            case INITIAL -> value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1)) + ".";
            case LAST_FOUR -> value.length() < 8 ? "****" : "****" + value.substring(value.length() - 4);
            case YEAR -> value.matches("\\d{4}(-.*)?") ? value.substring(0, 4) : "";
            case KEEP, ENCRYPT, DROP -> throw new IllegalStateException(this + " masks nothing");
        };
    }

    /** The treatment of a word in the rules. */
    static Treatment of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

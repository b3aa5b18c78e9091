package carequeue.adapter.email;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days and times as they are written in a letter; what is none stays as it is. */
final class Written {

    private Written() {}

    /** A day, such as {@code Tuesday, November 24, 2026}. */
    static String date(String iso, Locale language) {
        try {
            return LocalDate.parse(iso)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(here(language)));
        } catch (DateTimeException asItIs) {
            return iso;
        }
    }

    /** A time, such as {@code 10:30 AM}; with plain blanks, which every mail program shows. */
    static String time(String iso, Locale language) {
        try {
            return LocalTime.parse(iso)
                    .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(here(language)))
                    .replaceAll("[\\u00a0\\u202f]", " ");
        } catch (DateTimeException asItIs) {
            return iso;
        }
    }

    private static Locale here(Locale language) {
        return language.getCountry().isEmpty() ? new Locale(language.getLanguage(), "US") : language;
    }
}

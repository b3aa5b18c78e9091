package carequeue.query.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as a site reads them. */
public record Times(ZoneId zone, Locale locale) {

    /** The time of day, such as {@code 14:05}. */
    public String clock(Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(at);
    }

    /** The time of day with seconds. */
    public String exact(Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone).format(at);
    }

    /** Day and time. */
    public String full(Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(at);
    }

    /** A day. */
    public String day(LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(day);
    }
}

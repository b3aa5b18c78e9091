package carequeue.api.site;

import java.util.Locale;

/** What a site does by itself, once for each business day. */
public enum SiteTask {
    /** On the day before, patients are told of their appointments. */
    REMINDERS,
    /** At the beginning of the hours, the queues of the day are opened. */
    OPENING,
    /** Some time after its arrival window, an appointment for which nobody came counts as missed. */
    NO_SHOW;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package carequeue.api.site;

import java.util.Locale;

/** What a site does by itself, once for each business day. */
public enum SiteTask {
    /** On the day before, patients are told of their appointments. */
    REMINDERS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

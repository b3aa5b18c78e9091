package carequeue.command.journey;

import carequeue.api.site.SiteCommand.BeginTask;
import carequeue.api.site.SiteTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** The tasks that a site does once for a business day, each with a deadline that survives a restart. */
final class SiteTasks {

    private SiteTasks() {}

    /** Arranges a task; harmless when it is arranged already. */
    static void schedule(String siteId, SiteTask task, LocalDate day, Instant at, Deadlines deadlines) {
        deadlines.schedule(Waiting.SITE, siteId, task + ":" + day, at);
    }

    /** Takes back what is arranged; harmless where nothing is. */
    static void cancel(String siteId, SiteTask task, LocalDate day, Deadlines deadlines) {
        deadlines.cancel(Waiting.SITE, siteId, task + ":" + day);
    }

    /** Arranges a task for one of the things that a site has to see to; harmless when it is arranged already. */
    static void schedule(String siteId, SiteTask task, LocalDate day, String thing, Instant at, Deadlines deadlines) {
        deadlines.schedule(Waiting.SITE, siteId, task + ":" + day + ":" + thing, at);
    }

    /** Takes back what is arranged for one thing; harmless where nothing is. */
    static void cancel(String siteId, SiteTask task, LocalDate day, String thing, Deadlines deadlines) {
        deadlines.cancel(Waiting.SITE, siteId, task + ":" + day + ":" + thing);
    }

    /** The order that begins a task, by its step. */
    static BeginTask begin(String siteId, String step) {
        String[] parts = step.split(":", 3);
        SiteTask task = SiteTask.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new BeginTask(siteId, task, LocalDate.parse(parts[1]), parts.length == 3 ? parts[2] : null);
    }
}

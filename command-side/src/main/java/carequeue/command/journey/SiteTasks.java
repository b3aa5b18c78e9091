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

    /** The order that begins a task, by its step. */
    static BeginTask begin(String siteId, String step) {
        String[] parts = step.split(":");
        SiteTask task = SiteTask.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new BeginTask(siteId, task, LocalDate.parse(parts[1]), null);
    }
}

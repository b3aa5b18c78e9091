package carequeue.command.journey;

import carequeue.api.Ids;
import carequeue.api.queue.QueueCommand.OpenQueue;
import carequeue.api.site.Site;
import carequeue.api.site.SiteEvent.SiteSetUp;
import carequeue.api.site.SiteEvent.TaskDue;
import carequeue.api.site.SiteTask;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Queues open by the site's hours: each opening opens those of all services, and arranges the next one. */
@Component
@ProcessingGroup("saga.queue-days")
class Openings {

    private static final String NAME = "openings";

    private final Orders orders;
    private final Deadlines deadlines;
    private final Sites sites;

    Openings(Orders orders, Deadlines deadlines, Sites sites) {
        this.orders = orders;
        this.deadlines = deadlines;
        this.sites = sites;
    }

    /** Hours that change are looked at when they begin to hold, and when the opening that was arranged before comes. */
    @EventHandler
    void on(SiteSetUp e) {
        // The first event of a new site may be heard here before the sites are looked at again.
        sites.look();
        Instant from = e.effectiveFrom() == null || e.effectiveFrom().isBefore(e.at()) ? e.at() : e.effectiveFrom();
        arrange(sites.at(e.siteId(), from), from);
    }

    @EventHandler
    void on(TaskDue e, EventMessage<?> m) {
        if (e.task() != SiteTask.OPENING) {
            return;
        }
        Site site = sites.at(e.siteId(), e.at());
        LocalDate day = site.businessDay(e.at());
        if (site.open(e.at())) {
            Errand errand = Errand.of(orders, NAME, null, m);
            site.services().forEach(service -> {
                String queue = Ids.queue(site.siteId(), service.serviceId(), day);
                errand.send(new OpenQueue(queue, site.siteId(), service.serviceId(), day, site), queue);
            });
        }
        arrange(site, e.at());
    }

    private void arrange(Site site, Instant after) {
        Instant next = opening(site, after);
        LocalDate day = site.businessDay(next);
        // Hours may have changed since the opening of this day was arranged.
        SiteTasks.cancel(site.siteId(), SiteTask.OPENING, day, deadlines);
        SiteTasks.schedule(site.siteId(), SiteTask.OPENING, day, next, deadlines);
    }

    /** Who is open round the clock begins with the business day. */
    private static Instant opening(Site site, Instant after) {
        boolean always = site.hours().opens().equals(site.hours().closes());
        if (!always) {
            return site.nextOpening(after);
        }
        LocalDate day = site.businessDay(after).plusDays(1);
        while (!site.open(site.startOf(day))) {
            day = day.plusDays(1);
        }
        return site.startOf(day);
    }
}

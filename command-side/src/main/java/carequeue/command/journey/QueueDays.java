package carequeue.command.journey;

import carequeue.api.Ids;
import carequeue.api.queue.QueueCommand.NoteProvider;
import carequeue.api.queue.QueueEvent.QueueOpened;
import carequeue.api.site.Site;
import carequeue.api.site.SiteEvent.ProviderAvailable;
import carequeue.api.site.SiteEvent.ProviderUnavailable;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** What a site's day means for its queues: each ends after its grace, and each hears who cannot see patients. */
@Component
@ProcessingGroup("saga.queue-days")
class QueueDays {

    static final String DAY = "day";

    private static final String NAME = "queue-days";

    private final Orders orders;
    private final Deadlines deadlines;
    private final Sites sites;

    QueueDays(Orders orders, Deadlines deadlines, Sites sites) {
        this.orders = orders;
        this.deadlines = deadlines;
        this.sites = sites;
    }

    /** The grace is that of the day on which the queue opened. */
    @EventHandler
    void on(QueueOpened e) {
        Site site = sites.get(e.siteId());
        Instant over = site.startOf(e.businessDay().plusDays(1));
        deadlines.schedule(
                Waiting.QUEUE,
                e.queueId(),
                DAY,
                over.plus(site.policies().closing().grace()));
    }

    @EventHandler
    void on(ProviderUnavailable e, EventMessage<?> m) {
        tell(e.siteId(), e.providerId(), e.from(), false, m);
    }

    @EventHandler
    void on(ProviderAvailable e, EventMessage<?> m) {
        tell(e.siteId(), e.providerId(), e.at(), true, m);
    }

    // A queue that was never opened has nobody to tell: it refuses as not found.
    private void tell(String siteId, String providerId, Instant at, boolean available, EventMessage<?> m) {
        Site site = sites.get(siteId);
        LocalDate day = site.businessDay(at);
        for (LocalDate each : List.of(day.minusDays(1), day)) {
            for (Site.Service service : site.services()) {
                String queueId = Ids.queue(siteId, service.serviceId(), each);
                Errand.of(orders, NAME, siteId, m).send(new NoteProvider(queueId, providerId, available), queueId);
            }
        }
    }
}

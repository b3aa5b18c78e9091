package carequeue.command.queue;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The set-up under which an order to a queue is decided. */
@Component
class SetUps {

    private final Sites sites;
    private final Clock clock;

    SetUps(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** The site of a queue as it is now; a queue of a site that the asker may not see does not exist for them. */
    Site of(String queueId, Asked asked) {
        return sites.find(Ids.siteOf(queueId))
                .filter(site -> asked.actor().mayEnter(site.siteId()))
                .orElseThrow(() -> new Refused.NotFound("queue", queueId));
    }

    /** A site as it is now; one that the asker may not see does not exist for them. */
    Site site(String siteId, Asked asked) {
        return sites.find(siteId)
                .filter(site -> asked.actor().mayEnter(siteId))
                .orElseThrow(() -> new Refused.NotFound("site", siteId));
    }

    /** The site to which somebody is sent from a queue; without a name it is the queue's own. */
    Site sentTo(String siteId, String queueId, Asked asked) {
        Site own = of(queueId, asked);
        return siteId == null || siteId.equals(own.siteId()) ? own : sites.get(siteId);
    }

    /** A site as it is on a business day: now for the day that runs, from its beginning for one to come. */
    Site on(String siteId, LocalDate day) {
        Site now = sites.get(siteId);
        Instant from = now.startOf(day);
        return from.isAfter(clock.instant()) ? sites.at(siteId, from) : now;
    }

    LocalDate today(Site site) {
        return site.businessDay(clock.instant());
    }
}

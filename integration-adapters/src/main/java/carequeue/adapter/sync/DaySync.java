package carequeue.adapter.sync;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.Links;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Reads the appointments of every site's business day, each with its patient; what cannot be accepted stops nothing else. */
@Component
public class DaySync {

    private final EhrService ehr;
    private final Links links;
    private final Sites sites;
    private final SyncOrders orders;
    private final Clock clock;

    // What this node has recorded already is not sent again while its version stays the same.
    private final Map<String, String> recorded = new ConcurrentHashMap<>();
    private volatile LocalDate recordedOn;

    public DaySync(EhrService ehr, Links links, Sites sites, SyncOrders orders, Clock clock) {
        this.ehr = ehr;
        this.links = links;
        this.sites = sites;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Reads the day.
     *
     * @throws carequeue.adapter.resilience.OutsideFailure when the EHR fails meanwhile; what was read is kept
     */
    public SyncReport run(Progress progress) {
        SyncReport report = new SyncReport();
        for (Site site : sites.all()) {
            if (!report.cancelled()) {
                read(site, report, progress);
            }
        }
        return report;
    }

    private void read(Site site, SyncReport report, Progress progress) {
        LocalDate day = site.businessDay(clock.instant());
        if (!day.equals(recordedOn)) {
            recorded.clear();
            recordedOn = day;
        }
        var pages = new SitePages(site, ehr, links, orders, clock, recorded, report, progress);
        ehr.getAppointments(site.siteId(), site.startOf(day), site.startOf(day.plusDays(1)), pages);
        progress.at(report);
    }
}

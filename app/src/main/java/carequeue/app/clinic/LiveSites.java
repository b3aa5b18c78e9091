package carequeue.app.clinic;

import carequeue.api.site.SiteEvent;
import carequeue.api.site.SiteHistory;
import carequeue.store.HistoryStore;
import carequeue.store.WakeUps;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sites as history has them, folded on every node: looked for after each commit of any node, and now and then. */
final class LiveSites implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSites.class);
    private static final long SELDOM_MILLIS = 2_000;
    private static final long OFTEN_MILLIS = 100;

    private final EventStore history;
    private final JdbcTemplate jdbc;
    private final Map<String, Long> next = new HashMap<>();
    private final Object news = new Object();
    private volatile Map<String, SiteHistory> known;
    private volatile Thread thread;
    private boolean waiting;

    LiveSites(EventStore history, JdbcTemplate jdbc, WakeUps wakeUps) {
        this.history = history;
        this.jdbc = jdbc;
        wakeUps.hear(HistoryStore.CHANNEL, text -> wake());
    }

    /** What is known, by identifier, in the order in which the sites came to be. */
    Map<String, SiteHistory> known() {
        Map<String, SiteHistory> now = known;
        return now == null ? look() : now;
    }

    /** Reads what has been added to the sites' streams. */
    synchronized Map<String, SiteHistory> look() {
        Map<String, SiteHistory> now = new LinkedHashMap<>();
        Map<String, SiteHistory> before = known == null ? Map.of() : known;
        for (String siteId : siteIds()) {
            now.put(siteId, after(before.get(siteId), siteId));
        }
        known = Collections.unmodifiableMap(now);
        return known;
    }

    // Each site holds one key of this kind, so that nobody has to look through all of history for them.
    private List<String> siteIds() {
        return jdbc.queryForList(
                "select holder from claimed_key where kind = ? order by claimed_at, holder",
                String.class,
                SiteEvent.SITE);
    }

    private SiteHistory after(SiteHistory before, String siteId) {
        SiteHistory site = before;
        DomainEventStream added = history.readEvents(siteId, next.getOrDefault(siteId, 0L));
        while (added.hasNext()) {
            DomainEventMessage<?> message = added.next();
            site = SiteHistory.on(site, (SiteEvent) message.getPayload());
            next.put(siteId, message.getSequenceNumber() + 1);
        }
        return site;
    }

    private void wake() {
        synchronized (news) {
            waiting = true;
            news.notifyAll();
        }
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                awaitNews();
                look();
                TimeUnit.MILLISECONDS.sleep(OFTEN_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Could not look for changes of the sites, trying again: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private void awaitNews() throws InterruptedException {
        synchronized (news) {
            if (!waiting) {
                news.wait(SELDOM_MILLIS);
            }
            waiting = false;
        }
    }

    @Override
    public void start() {
        Thread looking = new Thread(this::run, "sites");
        looking.setDaemon(true);
        thread = looking;
        looking.start();
    }

    @Override
    public void stop() {
        Thread looking = thread;
        thread = null;
        if (looking != null) {
            looking.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

package carequeue.adapter.pms;

import carequeue.adapter.resilience.HealthRows;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.ServiceReturned;
import carequeue.adapter.secrets.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the practice management system be read when it is due, was ordered, or it is back; one node at a time. */
@Component
@WithPms
public class PmsClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PmsClock.class);

    private final PmsSync sync;
    private final PmsService pms;
    private final PmsTurns turns;
    private final HealthRows health;
    private final PmsSettings settings;
    private final Clock clock;
    private volatile boolean wanted = true;
    private volatile String subscribed;
    private Instant begun;
    private ScheduledExecutorService timer;

    public PmsClock(
            PmsSync sync, PmsService pms, PmsTurns turns, HealthRows health, PmsSettings settings, Clock clock) {
        this.sync = sync;
        this.pms = pms;
        this.turns = turns;
        this.health = health;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    public void on(ServiceReturned returned) {
        if (returned.service().equals(PmsService.PMS)) {
            wanted = true;
            subscribed = null;
        }
    }

    /** Looks once whether there is something to do, and does it. */
    void turn() {
        if (!wanted && !turns.due(settings.syncEvery()) || !ehrFirst() || !turns.take()) {
            return;
        }
        wanted = false;
        try {
            subscribe();
            carryOut(turns.next());
        } finally {
            turns.release();
        }
    }

    // At the first start people are to be known by the EHR's records; a minute without it is waited for, not more.
    private boolean ehrFirst() {
        begun = begun == null ? clock.instant() : begun;
        return turns.readBefore() || clock.instant().isAfter(begun.plusSeconds(60));
    }

    private void subscribe() {
        boolean asked = settings.webhookUrl() != null && !settings.webhookUrl().isBlank();
        if (asked && !version().equals(subscribed)) {
            try {
                String version = version();
                pms.subscribe(
                        settings.webhookUrl(),
                        settings.webhookSecret() == null
                                ? null
                                : settings.webhookSecret().value());
                subscribed = version;
            } catch (OutsideFailure failure) {
                LOG.debug("Webhooks are not ordered yet: {}", failure.getMessage());
            }
        }
    }

    // A new secret is told to it, too.
    private String version() {
        return Secret.given(settings.webhookSecret()) ? settings.webhookSecret().version() : "";
    }

    private void carryOut(Optional<String> job) {
        Instant begun = clock.instant();
        try {
            PmsReport report = sync.run(now ->
                    turns.take() && job.map(id -> turns.progress(id, now)).orElse(true));
            job.ifPresent(id -> turns.end(id, report.cancelled() ? "cancelled" : "done"));
            if (!report.cancelled()) {
                health.dataAsOf(PmsService.PMS, begun);
            }
        } catch (OutsideFailure failure) {
            job.ifPresent(id -> turns.end(id, "failed"));
            LOG.debug("The practice management system cannot be read now: {}", failure.getMessage());
        }
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "pms-sync");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::quietly, 0, 1, TimeUnit.SECONDS);
    }

    private void quietly() {
        try {
            turn();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Reading the practice management system stopped on our side and is tried again: {}",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void stop() {
        timer.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null && !timer.isShutdown();
    }
}

package carequeue.adapter.sync;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.resilience.HealthRows;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.ServiceReturned;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries out one sync when it is due, was ordered, or the EHR is back: one node at a time. */
@Component
public class SyncRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SyncRunner.class);

    private final DaySync sync;
    private final ChangeSync changes;
    private final SyncLease lease;
    private final SyncJobs jobs;
    private final HealthRows health;
    private final EhrSettings settings;
    private final Clock clock;
    private volatile boolean wanted = true;
    private boolean failing;

    public SyncRunner(
            DaySync sync,
            ChangeSync changes,
            SyncLease lease,
            SyncJobs jobs,
            HealthRows health,
            EhrSettings settings,
            Clock clock) {
        this.sync = sync;
        this.changes = changes;
        this.lease = lease;
        this.jobs = jobs;
        this.health = health;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    public void on(ServiceReturned returned) {
        if (returned.service().equals(EhrService.EHR)) {
            wanted = true;
        }
    }

    /** Looks once whether there is something to do, and does it. */
    void turn() {
        if (!wanted && !jobs.ordered() && !lease.due(settings.syncEvery()) || !lease.take()) {
            return;
        }
        wanted = false;
        try {
            carryOut(jobs.next());
        } finally {
            lease.release();
        }
    }

    private void carryOut(Optional<String> job) {
        Instant begun = clock.instant();
        try {
            Progress progress =
                    now -> lease.take() && job.map(id -> jobs.progress(id, now)).orElse(true);
            SyncReport report = sync.run(progress);
            if (!report.cancelled()) {
                changes.run(report, progress);
                progress.at(report);
            }
            job.ifPresent(id -> jobs.end(id, report.cancelled() ? "cancelled" : "done"));
            if (!report.cancelled()) {
                health.dataAsOf(EhrService.EHR, begun);
            }
            said(report);
        } catch (OutsideFailure failure) {
            job.ifPresent(id -> jobs.end(id, "failed"));
            failed(failure);
        }
    }

    private void said(SyncReport report) {
        if (failing) {
            LOG.info("The day's appointments can be read again");
        }
        failing = false;
        LOG.debug("{} appointments read, {} refused", report.count(), report.refused());
    }

    private void failed(OutsideFailure failure) {
        if (!failing) {
            LOG.warn(
                    "The day's appointments cannot be read now, and will be when it is back: {}", failure.getMessage());
        }
        failing = true;
    }
}

package carequeue.adapter.sync;

import carequeue.adapter.ehr.EhrChange.Kind;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.resilience.OutsideFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Takes in everything that changed in the EHR since the last time, however long ago that was, each change once. */
@Component
@EnableConfigurationProperties({ChangeSettings.class, WebhookSettings.class})
public class ChangeSync {

    private final EhrService ehr;
    private final ChangeTaking taking;
    private final Marks marks;
    private final Problems problems;
    private final SyncLease lease;
    private final ChangeSettings settings;
    private final Clock clock;
    private final ReentrantLock here = new ReentrantLock();
    private volatile Instant began = Instant.MIN;
    private boolean first = true;

    public ChangeSync(
            EhrService ehr,
            ChangeTaking taking,
            Marks marks,
            Problems problems,
            SyncLease lease,
            ChangeSettings settings,
            Clock clock) {
        this.ehr = ehr;
        this.taking = taking;
        this.marks = marks;
        this.problems = problems;
        this.lease = lease.named("sync.ehr.changes");
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a run that is over began after this time. */
    boolean ranSince(Instant time) {
        return began.isAfter(time);
    }

    /**
     * Reads what changed, unless somebody is at it already.
     *
     * @return false when another thread or node is at it
     * @throws carequeue.adapter.resilience.OutsideFailure when the EHR fails meanwhile; what was read is kept
     */
    boolean run(SyncReport report, Progress progress) {
        if (!here.tryLock()) {
            return false;
        }
        try {
            return lease.take() && read(report, now -> lease.take() && progress.at(now));
        } finally {
            here.unlock();
        }
    }

    private boolean read(SyncReport report, Progress progress) {
        Instant begun = clock.instant();
        try {
            if (first) {
                problems.retryAll();
                first = false;
            }
            for (Kind kind : List.of(Kind.PATIENT, Kind.APPOINTMENT)) {
                if (!report.cancelled()) {
                    follow(kind, report, progress);
                }
            }
            again(report);
            began = begun;
            return true;
        } finally {
            lease.release();
        }
    }

    private void follow(Kind kind, SyncReport report, Progress progress) {
        Instant mark = marks.of(kind, clock.instant().minus(settings.lookBack()));
        Instant since = mark.minus(settings.overlap());
        var changed = new ChangedPages(kind, taking, marks, report, progress, clock, true);
        var gone = new ChangedPages(kind, taking, marks, report, progress, clock, false);
        try {
            ehr.changes().since(kind, since, changed);
            ehr.changes().goneSince(kind, since, gone);
        } catch (OutsideFailure.Rejected | OutsideFailure.NotThere cannotTell) {
            // The appointments of the day are read all the same.
            problems.note(kind.word(), cannotTell.getMessage(), null, false);
            report.note(kind.word() + ": " + cannotTell.getMessage());
            return;
        }
        if (!report.cancelled()) {
            problems.solved(kind.word());
            changed.allTaken();
            marks.forget(kind, settings.overlap());
        }
    }

    /** What could not be taken in before and may be now. */
    private void again(SyncReport report) {
        for (String resource : problems.toRetry()) {
            String[] parts = resource.split("/", 2);
            Kind kind = Kind.of(parts[0]);
            if (kind != null && parts.length == 2) {
                taking.take(ehr.changes().now(kind, parts[1]), report);
            }
        }
    }
}

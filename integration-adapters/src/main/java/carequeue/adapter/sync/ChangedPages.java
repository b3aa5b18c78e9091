package carequeue.adapter.sync;

import carequeue.adapter.ehr.ChangePages;
import carequeue.adapter.ehr.EhrChange;
import carequeue.adapter.ehr.EhrChange.Kind;
import carequeue.adapter.ehr.Unacceptable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Takes in what changed of one kind, each version once, and moves the mark page by page where the EHR sorts by time. */
final class ChangedPages implements ChangePages {

    /** A record of a time to come must not hide all that changes before then. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Kind kind;
    private final ChangeTaking taking;
    private final Marks marks;
    private final SyncReport report;
    private final Progress progress;
    private final Clock clock;
    private boolean sorted;
    private Instant latest;

    /** @param sorted whether they may be expected in the order of their times */
    ChangedPages(
            Kind kind,
            ChangeTaking taking,
            Marks marks,
            SyncReport report,
            Progress progress,
            Clock clock,
            boolean sorted) {
        this.kind = kind;
        this.taking = taking;
        this.marks = marks;
        this.report = report;
        this.progress = progress;
        this.clock = clock;
        this.sorted = sorted;
    }

    @Override
    public void take(EhrChange change) {
        if (!marks.seen(change)) {
            taking.take(change, report);
            marks.see(change);
        }
        if (change.at() != null) {
            sorted &= latest == null || !change.at().isBefore(latest);
            latest = latest == null || change.at().isAfter(latest) ? change.at() : latest;
        }
    }

    @Override
    public void refuse(Unacceptable why) {
        report.expect(1);
        report.refuse(why.getMessage());
    }

    @Override
    public boolean goOn() {
        if (sorted) {
            allTaken();
        }
        if (progress.at(report)) {
            return true;
        }
        report.cancel();
        return false;
    }

    /** Everything up to the latest was taken in. */
    void allTaken() {
        if (latest != null) {
            Instant most = clock.instant().plus(AHEAD);
            marks.advance(kind, latest.isAfter(most) ? most : latest);
        }
    }
}

package carequeue.adapter.sync;

import java.util.ArrayList;
import java.util.List;

/** What a sync has done so far. */
public final class SyncReport {

    private static final int KEPT = 100;

    private final List<String> problems = new ArrayList<>();
    private long done;
    private Long total;
    private long refused;
    private boolean cancelled;

    void expect(long more) {
        total = (total == null ? 0 : total) + more;
    }

    void done() {
        done++;
    }

    void refuse(String problem) {
        refused++;
        done++;
        note(problem);
    }

    void note(String problem) {
        if (problems.size() < KEPT) {
            problems.add(problem);
        }
    }

    void cancel() {
        cancelled = true;
    }

    /** How many appointments were taken, refused or passed over. */
    public long count() {
        return done;
    }

    /** How many there are, or null while unknown. */
    public Long total() {
        return total;
    }

    /** How many appointments were refused. */
    public long refused() {
        return refused;
    }

    /** Whether somebody stopped it. */
    public boolean cancelled() {
        return cancelled;
    }

    /** The first hundred problems: identifiers, fields and rules, nothing personal. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}

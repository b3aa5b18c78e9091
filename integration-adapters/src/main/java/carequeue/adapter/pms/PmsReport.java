package carequeue.adapter.pms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a reading of the practice management system has done so far: identifiers and rules, nothing personal. */
public final class PmsReport {

    private static final int KEPT = 100;

    private final Predicate<PmsReport> goOn;
    private final List<String> problems = new ArrayList<>();
    private long done;
    private Long total;
    private long refused;
    private boolean cancelled;

    /** @param goOn is told how far it is, and whether to go on */
    PmsReport(Predicate<PmsReport> goOn) {
        this.goOn = goOn;
    }

    void expect(long more) {
        total = (total == null ? 0 : total) + more;
    }

    void done() {
        done++;
    }

    void refuse(NotAccepted why) {
        refused++;
        done++;
        if (problems.size() < KEPT) {
            problems.add(why.getMessage());
        }
    }

    boolean goesOn() {
        cancelled = cancelled || !goOn.test(this);
        return !cancelled;
    }

    /** How many appointments were looked at. */
    public long count() {
        return done;
    }

    /** How many there are, or null while unknown. */
    public Long total() {
        return total;
    }

    /** How many could not be taken. */
    public long refused() {
        return refused;
    }

    /** Whether somebody stopped it. */
    public boolean cancelled() {
        return cancelled;
    }

    /** The first hundred that could not be taken, and why. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}

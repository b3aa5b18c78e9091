package carequeue.query.views;

import java.time.Duration;

/**
 * The measures of a rebuild.
 *
 * @param lease how long a step may take before another node goes on
 * @param page events folded in one transaction
 * @param near how many events may be left for the swap, during which live batches wait
 * @param rows rows held in memory, and deleted at once
 */
record Pace(Duration lease, int page, int near, int rows) {

    static Pace of(Duration lease) {
        return new Pace(lease, 2000, 500, 50_000);
    }
}

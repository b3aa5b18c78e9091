package carequeue.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The place in history up to which nothing can appear any more: what is missing there was rolled back.
 *
 * <p>Whoever draws an index holds the shared lock from before the draw to the end of its transaction. So when none of those who held the lock
 * after an index was seen holds it any longer, everything up to that index is final.
 */
final class SettledMark {

    private static final String HOLDERS = "select virtualtransaction from pg_locks where locktype = 'advisory'"
            + " and database = (select oid from pg_database where datname = current_database())"
            + " and classid = " + (EventTable.LOCK >>> 32)
            + " and objid = " + (EventTable.LOCK & 0xFFFFFFFFL)
            + " and objsubid = 1 and granted";
    private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(250);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final AtomicLong known = new AtomicLong();
    private final Duration patience;

    /** A mark that is waited for at most so long at a time. */
    SettledMark(Duration patience) {
        this.patience = patience;
    }

    /** The mark as last seen; never beyond the true one. */
    long known() {
        return known.get();
    }

    /** Moves the mark to the highest index visible now, waiting for older writers; stays when patience ends first. */
    long advance(Connection connection) throws SQLException {
        long highest = highest(connection);
        if (highest > known.get() && settles(connection)) {
            known.accumulateAndGet(highest, Math::max);
        }
        return known.get();
    }

    /** The highest index visible. */
    static long highest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(global_index), 0) from event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean settles(Connection connection) throws SQLException {
        Set<String> writers = holders(connection);
        long end = System.nanoTime() + patience.toNanos();
        long pause = SHORTEST_PAUSE;
        while (!writers.isEmpty()) {
            if (System.nanoTime() > end || !paused(pause)) {
                return false;
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE);
            writers.retainAll(holders(connection));
        }
        return true;
    }

    private static boolean paused(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Set<String> holders(Connection connection) throws SQLException {
        Set<String> holders = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HOLDERS)) {
            while (rows.next()) {
                holders.add(rows.getString(1));
            }
        }
        return holders;
    }
}

package carequeue.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads of history: streams of one aggregate in the caller's transaction, history as a whole on a connection of its own. */
final class EventReads {

    private static final String FROM_SNAPSHOT = "(" + Snapshots.READ + ") union all (select " + EventTable.COLUMNS
            + " from event where aggregate_id = ? and sequence >"
            + " coalesce((select sequence from snapshot where aggregate_id = ?), -1) order by sequence limit ?)";

    private final JdbcTemplate jdbc;
    private final SettledMark mark;

    EventReads(JdbcTemplate jdbc, SettledMark mark) {
        this.jdbc = jdbc;
        this.mark = mark;
    }

    List<StoredEvent> after(long position, int limit) {
        return onOwnConnection(connection -> {
            if (position < mark.known()) {
                List<StoredEvent> events = EventTable.between(connection, position, mark.known(), limit);
                if (!events.isEmpty()) {
                    return events;
                }
            }
            long settled = mark.advance(connection);
            return settled <= position ? List.of() : EventTable.between(connection, position, settled, limit);
        });
    }

    /** The events of the next places, so many of them or all that are settled, without those kinds. */
    Stretch stretch(long position, int places, String[] without) {
        return onOwnConnection(connection -> {
            long settled = position < mark.known() ? mark.known() : mark.advance(connection);
            long to = Math.max(position, Math.min(settled, position + places));
            return new Stretch(to, to == position ? List.of() : EventTable.between(connection, position, to, without));
        });
    }

    /** What was found in the places up to one. */
    record Stretch(long to, List<StoredEvent> events) {}

    long settledHead() {
        return onOwnConnection(connection -> {
            long highest = SettledMark.highest(connection);
            if (mark.advance(connection) < highest) {
                throw new EventStoreException("an older writer is still open, so that the head is not settled yet");
            }
            return mark.known();
        });
    }

    /** The newest snapshot, if there is one, and then the first events after it; of one moment, so that nothing is missing between. */
    List<StoredEvent> fromSnapshot(String aggregateId, int limit) {
        Unwritten.write();
        List<StoredEvent> rows = new ArrayList<>(jdbc.query(
                FROM_SNAPSHOT, (row, n) -> StoredEvent.of(row), aggregateId, aggregateId, aggregateId, limit));
        rows.sort(Comparator.comparingLong(StoredEvent::sequence));
        return rows;
    }

    List<StoredEvent> stream(String aggregateId, long firstSequence, int limit) {
        Unwritten.write();
        return jdbc.query(
                "select " + EventTable.COLUMNS
                        + " from event where aggregate_id = ? and sequence >= ? order by sequence limit ?",
                (row, n) -> StoredEvent.of(row),
                aggregateId,
                firstSequence,
                limit);
    }

    Optional<Long> lastSequence(String aggregateId) {
        Unwritten.write();
        return Optional.ofNullable(
                jdbc.queryForObject("select max(sequence) from event where aggregate_id = ?", Long.class, aggregateId));
    }

    Optional<Long> firstSince(OffsetDateTime time) {
        return Optional.ofNullable(
                jdbc.queryForObject("select min(global_index) from event where recorded_at >= ?", Long.class, time));
    }

    // Never in a transaction of the caller: each statement has to see what was committed before it.
    private <T> T onOwnConnection(Read<T> read) {
        try (Connection connection = jdbc.getDataSource().getConnection()) {
            connection.setAutoCommit(true);
            return read.on(connection);
        } catch (SQLException e) {
            throw new EventStoreException("history could not be read", e);
        }
    }

    private interface Read<T> {
        T on(Connection connection) throws SQLException;
    }
}

package carequeue.query.board;

import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueEvent.Standing;
import carequeue.query.views.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An entry as a row. */
final class EntryRow {

    static final String SELECT = "select e.* from board_entry e";

    /** An entry within a queue. */
    record Key(String queueId, String entryId) {}

    static final Table<Key, Entry> ENTRIES = Table.<Key, Entry>named("board_entry")
            .key("queue_id", "text", Key::queueId)
            .key("entry_id", "text", Key::entryId)
            .column("ticket", "text", Entry::ticket)
            .column("number", "bigint", Entry::number)
            .column("state", "text", entry -> entry.state().name())
            .column("acuity", "integer", entry -> entry.standing().acuity())
            .column("visit_id", "text", Entry::visitId)
            .column("patient_id", "text", Entry::patientId)
            .column("provider_id", "text", Entry::providerId)
            .column("slot", "timestamptz", Entry::slot)
            .column("joined_at", "timestamptz", Entry::joinedAt)
            .column("arrived_at", "timestamptz", entry -> entry.standing().arrivedAt())
            .column("called_at", "timestamptz", entry -> entry.standing().calledAt())
            .column("started_at", "timestamptz", entry -> entry.standing().startedAt())
            .column("ended_at", "timestamptz", Entry::endedAt)
            .column("service_point", "text", entry -> entry.standing().servicePoint())
            .column("service_point_name", "text", entry -> entry.standing().servicePointName())
            .column("held", "text", entry -> held(entry.standing()))
            .column("recalls", "integer", entry -> entry.standing().recalls())
            .column("overtaken", "integer", Entry::overtaken)
            .column("elsewhere", "boolean", Entry::elsewhere)
            .column("undoable", "text", Entry::undoable)
            .column("needs", "text", Entry::needs)
            .read(row -> read(row, 0));

    private EntryRow() {}

    private static String held(Standing standing) {
        return standing.held() == null ? null : standing.held().name();
    }

    /** As the database gives it back: in microseconds, so that a fold goes on alike from memory and from the table. */
    static Entry asKept(Entry e) {
        Standing s = e.standing();
        return new Entry(
                e.entryId(),
                e.ticket(),
                e.number(),
                e.visitId(),
                e.patientId(),
                e.providerId(),
                micros(e.slot()),
                micros(e.joinedAt()),
                new Standing(
                        s.state(),
                        s.acuity(),
                        micros(s.arrivedAt()),
                        s.servicePoint(),
                        s.servicePointName(),
                        micros(s.calledAt()),
                        micros(s.startedAt()),
                        s.held(),
                        s.recalls()),
                micros(e.endedAt()),
                e.overtaken(),
                e.elsewhere(),
                e.undoable(),
                e.needs());
    }

    static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("entry_id"),
                row.getString("ticket"),
                row.getLong("number"),
                row.getString("visit_id"),
                row.getString("patient_id"),
                row.getString("provider_id"),
                time(row, "slot"),
                time(row, "joined_at"),
                standing(row),
                time(row, "ended_at"),
                row.getInt("overtaken"),
                row.getBoolean("elsewhere"),
                row.getString("undoable"),
                row.getString("needs"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String held = row.getString("held");
        return new Standing(
                EntryState.valueOf(row.getString("state")),
                row.getObject("acuity", Integer.class),
                time(row, "arrived_at"),
                row.getString("service_point"),
                row.getString("service_point_name"),
                time(row, "called_at"),
                time(row, "started_at"),
                held == null ? null : HoldReason.valueOf(held),
                row.getInt("recalls"));
    }

    private static Instant micros(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

package carequeue.query.board;

import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueEvent.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An entry as a row. */
final class EntryRow {

    static final String SELECT = "select e.* from board_entry e";

    private static final String[] COLUMNS = {
        "generation",
        "queue_id",
        "entry_id",
        "ticket",
        "number",
        "state",
        "acuity",
        "visit_id",
        "patient_id",
        "provider_id",
        "slot",
        "joined_at",
        "arrived_at",
        "called_at",
        "started_at",
        "ended_at",
        "service_point",
        "service_point_name",
        "held",
        "recalls",
        "overtaken",
        "elsewhere",
        "undoable",
        "position"
    };
    private static final String SAVE = "insert into board_entry (" + String.join(", ", COLUMNS) + ") values ("
            + String.join(", ", Collections.nCopies(COLUMNS.length, "?"))
            + ") on conflict (generation, queue_id, entry_id) do update set "
            + String.join(
                    ", ",
                    Arrays.stream(COLUMNS)
                            .skip(5)
                            .map(column -> column + " = excluded." + column)
                            .toList())
            + " where board_entry.position < excluded.position";

    private EntryRow() {}

    static void save(JdbcClient jdbc, String queueId, Entry e, long position) {
        Standing s = e.standing();
        jdbc.sql(SAVE)
                .params(Arrays.asList(
                        BoardRows.LIVE,
                        queueId,
                        e.entryId(),
                        e.ticket(),
                        e.number(),
                        s.state().name(),
                        s.acuity(),
                        e.visitId(),
                        e.patientId(),
                        e.providerId(),
                        time(e.slot()),
                        time(e.joinedAt()),
                        time(s.arrivedAt()),
                        time(s.calledAt()),
                        time(s.startedAt()),
                        time(e.endedAt()),
                        s.servicePoint(),
                        s.servicePointName(),
                        s.held() == null ? null : s.held().name(),
                        s.recalls(),
                        e.overtaken(),
                        e.elsewhere(),
                        e.undoable(),
                        position))
                .update();
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
                row.getString("undoable"));
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

    private static Timestamp time(Instant at) {
        return at == null ? null : Timestamp.from(at.truncatedTo(ChronoUnit.MICROS));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

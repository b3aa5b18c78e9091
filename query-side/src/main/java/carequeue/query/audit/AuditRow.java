package carequeue.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** One event as history keeps it. */
record AuditRow(
        long position,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        String revision,
        byte[] payload,
        byte[] metadata,
        Instant recordedAt) {

    static AuditRow read(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9),
                row.getTimestamp(10).toInstant());
    }
}

package carequeue.query.reconciliation;

import carequeue.api.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What payers said that belongs to no claim of ours, as the integration nodes have kept it. */
@Component
class UnmatchedWords {

    private static final String PAGE = """
        select * from claim_unmatched
        where cast(:open as boolean) is null or (closed_at is null) = :open order by id desc limit 200\
        """;

    private final JdbcClient jdbc;

    UnmatchedWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One word.
     *
     * @param kind {@code acknowledgement}, {@code decision}, {@code payment}, or {@code beside-claims}
     * @param controlNumber as the payer wrote it, or null
     * @param codes of money its reference
     */
    record Unmatched(
            String wordId,
            String kind,
            String controlNumber,
            Money amount,
            String codes,
            Instant receivedAt,
            String state,
            String closedBy,
            String reason,
            String claimId) {}

    /** The last two hundred, the last one first. */
    List<Unmatched> last(Boolean open) {
        return jdbc.sql(PAGE).param("open", open).query((row, n) -> word(row)).list();
    }

    private static Unmatched word(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Timestamp closed = row.getTimestamp("closed_at");
        return new Unmatched(
                row.getString("id"),
                row.getString("kind"),
                row.getString("control_number"),
                currency == null ? null : new Money(row.getLong("amount"), currency),
                row.getString("codes"),
                row.getTimestamp("received_at").toInstant(),
                closed == null ? "open" : "closed",
                row.getString("closed_by"),
                row.getString("reason"),
                row.getString("claim_id"));
    }
}

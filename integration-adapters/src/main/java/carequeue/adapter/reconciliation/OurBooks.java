package carequeue.adapter.reconciliation;

import carequeue.api.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Card payments as our own history has them. */
@Component
public class OurBooks {

    private static final String CHARGE = """
        select attempt_id, attempt_id, payment_id, site_id, intent_id, captured, currency, stands from card_charge\
        """;

    private static final String REFUND = """
        select refund_id, attempt_id, payment_id, site_id, provider_id, amount, currency,
            case when done_at is null then 'requested' else 'done' end from card_refund\
        """;

    private static final String DISPUTE = """
        select dispute_id, attempt_id, payment_id, site_id, dispute_id, amount, currency, stands from card_dispute\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public OurBooks(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What was taken on a day. */
    List<Booked> taken(Day day) {
        return on(day, CHARGE + " where captured > 0 and captured_at >= ? and captured_at < ? and site_id = any(?)");
    }

    /** What was given back on a day. */
    List<Booked> givenBack(Day day) {
        return on(day, REFUND + " where done_at >= ? and done_at < ? and site_id = any(?)");
    }

    Optional<Booked> charge(String attemptId, String intentId) {
        return one(CHARGE + " where attempt_id = ? or intent_id = ?", attemptId, intentId);
    }

    Optional<Booked> refund(String refundId, String providerId) {
        return one(
                REFUND + " where refund_id = ? or refund_id = ? or provider_id = ?", refundId, providerId, providerId);
    }

    Optional<Booked> dispute(String disputeId) {
        return one(DISPUTE + " where dispute_id = ?", disputeId);
    }

    private List<Booked> on(Day day, String sql) {
        return transaction.execute(status -> jdbc.sql(sql)
                .params(Timestamp.from(day.begins()), Timestamp.from(day.ends()))
                .param(day.siteIds().toArray(String[]::new))
                .query((row, n) -> read(row))
                .list());
    }

    private Optional<Booked> one(String sql, Object... ids) {
        return transaction.execute(status -> jdbc.sql(sql).params(ids).query((row, n) -> read(row)).list().stream()
                .findFirst());
    }

    private static Booked read(ResultSet row) throws SQLException {
        return new Booked(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new Money(row.getLong(6), row.getString(7)),
                row.getString(8));
    }
}

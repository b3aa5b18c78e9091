package carequeue.adapter.payment;

import carequeue.api.Money;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.PaymentMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the provider was asked, and under which identifiers it knows it. */
@Component
public class Charges {

    private static final String BEGIN = """
        insert into card_charge (attempt_id, payment_id, site_id, patient_id, method, amount, currency, manual,
            reader_id, payment_method_id, started_at, good_until)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (attempt_id) do nothing\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Charges(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes an attempt down, in the transaction of its event. */
    void begin(AttemptStarted e) {
        jdbc.sql(BEGIN)
                .params(
                        e.attemptId(),
                        e.paymentId(),
                        e.siteId(),
                        e.patientId(),
                        e.method().toString())
                .params(e.amount().amount(), e.amount().currency(), e.manual(), e.readerId(), e.paymentMethodId())
                .params(
                        Timestamp.from(e.at()),
                        Timestamp.from(e.at().plus(e.terms().linkPatience())))
                .update();
    }

    /** It was called off: it is not begun any more. */
    void callOff(String attemptId) {
        jdbc.sql("update card_charge set cancel_wanted = true where attempt_id = ?")
                .param(attemptId)
                .update();
    }

    void captured(String attemptId, long amount, Instant at) {
        jdbc.sql("update card_charge set captured = ?, captured_at = ?, stands = 'captured' where attempt_id = ?")
                .params(amount, Timestamp.from(at), attemptId)
                .update();
    }

    /** How it stands by our history. */
    void stands(String attemptId, AttemptState state) {
        jdbc.sql("update card_charge set stands = ? where attempt_id = ?")
                .params(state.toString(), attemptId)
                .update();
    }

    /** The attempt, if it is one by card. */
    public Optional<Charge> find(String attemptId) {
        return one("attempt_id", attemptId);
    }

    /** The attempt that the provider knows by this identifier. */
    public Optional<Charge> ofIntent(String intentId) {
        return one("intent_id", intentId);
    }

    /** The attempt whose hosted page this is. */
    public Optional<Charge> ofPage(String pageId) {
        return one("page_id", pageId);
    }

    /** Notes, before the call, that the provider may hear of it from now on. */
    public void sending(String attemptId) {
        write("update card_charge set sent_at = coalesce(sent_at, ?) where attempt_id = ?", now(), attemptId);
    }

    /** Notes under which identifiers the provider knows it; null says nothing. */
    public void learned(String attemptId, String intentId, String pageId) {
        write(
                "update card_charge set intent_id = coalesce(?, intent_id), page_id = coalesce(?, page_id) where"
                        + " attempt_id = ?",
                intentId,
                pageId,
                attemptId);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private void write(String sql, Object... params) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).params(params).update());
    }

    private Optional<Charge> one(String column, String id) {
        return transaction.execute(status -> jdbc.sql("select * from card_charge where " + column + " = ?")
                .param(id)
                .query((rs, row) -> charge(rs))
                .optional());
    }

    private static Charge charge(ResultSet rs) throws SQLException {
        Timestamp sent = rs.getTimestamp("sent_at");
        String method = rs.getString("method").toUpperCase(Locale.ROOT).replace('-', '_');
        return new Charge(
                rs.getString("attempt_id"),
                rs.getString("payment_id"),
                rs.getString("site_id"),
                rs.getString("patient_id"),
                PaymentMethod.valueOf(method),
                new Money(rs.getLong("amount"), rs.getString("currency")),
                rs.getBoolean("manual"),
                rs.getString("reader_id"),
                rs.getString("payment_method_id"),
                rs.getTimestamp("started_at").toInstant(),
                rs.getTimestamp("good_until").toInstant(),
                sent == null ? null : sent.toInstant(),
                rs.getString("intent_id"),
                rs.getString("page_id"),
                rs.getBoolean("cancel_wanted"));
    }
}

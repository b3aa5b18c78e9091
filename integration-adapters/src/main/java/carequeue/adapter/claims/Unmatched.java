package carequeue.adapter.claims;

import carequeue.adapter.claims.PayerWord.Acknowledged;
import carequeue.adapter.claims.PayerWord.Decided;
import carequeue.adapter.claims.PayerWord.Paid;
import carequeue.api.Money;
import carequeue.api.Refused;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The worklist of what payers say that belongs to no claim of ours; nothing personal stands in it. */
@Component
public class Unmatched {

    private static final String KEEP = """
            insert into claim_unmatched (source, number, kind, control_number, amount, currency, codes)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (source, number) do nothing""";

    private static final String CLOSE = """
            update claim_unmatched set closed_at = clock_timestamp(), closed_by = ?, reason = ?, claim_id = ?
            where id = ? and closed_at is null""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /**
     * A word that belongs to no claim of ours.
     *
     * @param codes of a payment its reference
     * @param closed whether somebody has looked into it
     */
    record Kept(String kind, Money amount, String codes, boolean closed) {}

    public Unmatched(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Keeps a word about a bill that is not ours; the same one of one source once. */
    void keep(String source, int number, PayerWord word) {
        Money amount = word instanceof Decided d ? d.said().paid() : word instanceof Paid p ? p.amount() : null;
        List<String> codes = word instanceof Acknowledged a
                ? a.said().codes()
                : word instanceof Decided d ? d.said().codes() : List.of(((Paid) word).reference());
        keep(source, number, word.kind(), word.controlNumber(), amount, codes);
    }

    /** Keeps what a payer took or gave beside all claims. */
    public void keep(String source, int number, String kind, String controlNumber, Money amount, List<String> codes) {
        transaction.executeWithoutResult(status -> jdbc.sql(KEEP)
                .params(source, number, kind, controlNumber)
                .params(amount == null ? null : amount.amount(), amount == null ? null : amount.currency())
                .param(String.join(" ", codes))
                .update());
    }

    /** @throws Refused.NotFound where there is no such word */
    Kept find(long id) {
        return jdbc.sql("select kind, amount, currency, codes, closed_at is not null from claim_unmatched where id = ?")
                .param(id)
                .query((row, n) -> new Kept(
                        row.getString(1),
                        row.getString(3) == null ? null : new Money(row.getLong(2), row.getString(3)),
                        row.getString(4),
                        row.getBoolean(5)))
                .optional()
                .orElseThrow(() -> new Refused.NotFound("unmatched word", Long.toString(id)));
    }

    /**
     * Takes a word from the worklist.
     *
     * @param claimId the claim to which somebody found it to belong, or null
     * @throws Refused.WrongState where somebody was faster
     */
    void close(long id, String by, String reason, String claimId) {
        Integer rows = transaction.execute(
                status -> jdbc.sql(CLOSE).params(by, reason, claimId).param(id).update());
        if (rows == null || rows == 0) {
            throw new Refused.WrongState("closed", "This word is not open any more.");
        }
    }
}

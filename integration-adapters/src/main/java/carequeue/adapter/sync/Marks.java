package carequeue.adapter.sync;

import carequeue.adapter.ehr.EhrChange;
import carequeue.adapter.ehr.EhrChange.Kind;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How far the EHR's changes have been taken in, and which of those around that time. */
@Component
public class Marks {

    private static final String SEE = """
        insert into sync_seen (kind, ehr_id, version, at) values (?, ?, ?, ?)
        on conflict (kind, ehr_id, version) do update set seen_at = clock_timestamp()\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Marks(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Up to when everything was taken in; where nothing ever was, it begins here. */
    Instant of(Kind kind, Instant beginning) {
        return transaction.execute(status -> {
            jdbc.sql("insert into sync_mark (kind, mark) values (?, ?) on conflict (kind) do nothing")
                    .params(kind.word(), Timestamp.from(beginning))
                    .update();
            return jdbc.sql("select mark from sync_mark where kind = ?")
                    .param(kind.word())
                    .query(Timestamp.class)
                    .single()
                    .toInstant();
        });
    }

    /** Everything up to this time was taken in; the mark never goes back. */
    void advance(Kind kind, Instant to) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("update sync_mark set mark = greatest(mark, ?) where kind = ?")
                        .params(Timestamp.from(to), kind.word())
                        .update());
    }

    /** Whether this very version was taken in. */
    boolean seen(EhrChange change) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql(
                        "select exists (select 1 from sync_seen where kind = ? and ehr_id = ? and version = ?)")
                .params(change.kind().word(), change.ehrId(), version(change))
                .query(Boolean.class)
                .single()));
    }

    /** This version was taken in. */
    void see(EhrChange change) {
        Timestamp at = change.at() == null ? null : Timestamp.from(change.at());
        transaction.executeWithoutResult(status -> jdbc.sql(SEE)
                .params(change.kind().word(), change.ehrId(), version(change), at)
                .update());
    }

    /** Forgets versions that no search can bring again: long before the mark, and not seen for so long. */
    void forget(Kind kind, Duration overlap) {
        transaction.executeWithoutResult(status ->
                jdbc.sql("""
                    delete from sync_seen s using sync_mark m
                    where s.kind = m.kind and s.kind = ? and s.seen_at < clock_timestamp() - interval '1 day'
                      and s.at < m.mark - make_interval(secs => ?)\
                    """).params(kind.word(), 2 * overlap.toSeconds()).update());
    }

    // A server that counts no versions is known by the time of the change.
    private static String version(EhrChange change) {
        String version = Objects.requireNonNullElseGet(change.version(), () -> "at " + change.at());
        return change.gone() ? "gone " + version : version;
    }
}

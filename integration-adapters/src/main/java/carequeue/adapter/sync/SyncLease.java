package carequeue.adapter.sync;

import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets one node at a time carry out the sync; a node that stops loses its turn after a minute. */
@Component
public class SyncLease {

    private static final String EHR = "sync.ehr";

    private static final String TAKE = """
        insert into integration_lease (name, holder, leased_until)
        values (:name, :node, clock_timestamp() + interval '60 seconds')
        on conflict (name) do update set holder = excluded.holder, leased_until = excluded.leased_until
        where integration_lease.holder is null or integration_lease.holder = :node
           or integration_lease.leased_until < clock_timestamp()\
        """;

    private static final String RELEASE = """
        update integration_lease set holder = null, done_at = clock_timestamp() where name = :name and holder = :node\
        """;

    private static final String DUE = """
        select not exists (select 1 from integration_lease
            where name = :name and done_at > clock_timestamp() - make_interval(secs => :every))\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String name;
    private final String node = UUID.randomUUID().toString();

    @Autowired
    public SyncLease(JdbcClient jdbc, TransactionTemplate transaction) {
        this(jdbc, transaction, EHR);
    }

    private SyncLease(JdbcClient jdbc, TransactionTemplate transaction, String name) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.name = name;
    }

    /** The turn of another piece of work. */
    SyncLease named(String other) {
        return new SyncLease(jdbc, transaction, other);
    }

    /** Takes or prolongs the turn; false when another node has it. */
    boolean take() {
        return write(TAKE) == 1;
    }

    /** Gives the turn back. */
    void release() {
        write(RELEASE);
    }

    /** Whether no node has done it for so long. */
    boolean due(Duration every) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql(DUE)
                .param("name", name)
                .param("every", every.toSeconds())
                .query(Boolean.class)
                .single()));
    }

    private int write(String sql) {
        Integer rows = transaction.execute(
                status -> jdbc.sql(sql).param("name", name).param("node", node).update());
        return rows == null ? 0 : rows;
    }
}

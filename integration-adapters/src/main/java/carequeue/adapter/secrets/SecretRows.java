package carequeue.adapter.secrets;

import carequeue.api.Sealing;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what is known of secrets and who has read them. */
final class SecretRows {

    private static final String STATE = """
            insert into secret_state (name, node, source, settings, version, since, due_at, previous, previous_until, read_at, problem)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (name, node) do update set source = excluded.source, settings = excluded.settings,
                version = excluded.version, since = excluded.since, due_at = excluded.due_at,
                previous = excluded.previous,
                previous_until = excluded.previous_until, read_at = excluded.read_at, problem = excluded.problem,
                seen_at = clock_timestamp()""";
    private static final String GONE = "delete from secret_state where seen_at < clock_timestamp() - interval '1 day'";
    private static final String READ = "insert into secret_read (name, version, reader, node, reads, first_at, last_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)";
    private static final String SEEN = "insert into secret_first_seen (name, fingerprint) values (?, ?)"
            + " on conflict (name, fingerprint) do update set name = excluded.name returning seen_at";
    private static final int SHOWN = 6;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Sealing sealing;
    private final Duration maxAge;
    private final String node = UUID.randomUUID().toString().substring(0, 8);

    SecretRows(JdbcClient jdbc, TransactionTemplate transaction, Sealing sealing, Duration maxAge) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sealing = sealing;
        this.maxAge = maxAge;
    }

    /** What is known now. */
    void write(Collection<SecretState> states) {
        transaction.executeWithoutResult(status -> {
            states.forEach(this::write);
            jdbc.sql(GONE).update();
        });
    }

    private void write(SecretState state) {
        jdbc.sql(STATE)
                .params(state.name(), node, state.source(), state.settings().toArray(new String[0]), state.version())
                .params(
                        time(state.since()),
                        due(state),
                        state.previous(),
                        time(state.previousUntil()),
                        time(state.read()))
                .params(state.problem())
                .update();
    }

    private Timestamp due(SecretState state) {
        return state.since() == null ? null : time(state.since().plus(maxAge));
    }

    /** Who has read since the last time. */
    void writeUses(Collection<Uses.Use> uses) {
        transaction.executeWithoutResult(status -> uses.forEach(use -> jdbc.sql(READ)
                .params(use.name(), use.version(), use.reader(), node, use.reads())
                .params(time(use.first()), time(use.last()))
                .update()));
    }

    /** The version with the name and the date under which it was first seen by any node. */
    Stored.Version dated(String name, Stored.Version version) {
        byte[] hash = sealing.index("secret-version", name, version.value());
        String fingerprint = HexFormat.of().formatHex(hash, 0, SHOWN);
        Timestamp seen = transaction.execute(status ->
                jdbc.sql(SEEN).params(name, fingerprint).query(Timestamp.class).single());
        return new Stored.Version(version.value(), fingerprint, seen.toInstant());
    }

    private static Timestamp time(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}

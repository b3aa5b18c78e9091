package carequeue.store;

import carequeue.api.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The answers kept for commands that are repeated under the same key: those of doors for 24 hours, those of processes and effects, which repeat after
 * any outage, for as long as the clinic says.
 */
public class Repeats {

    /** How long the answers to processes and effects are kept where nobody says otherwise. */
    static final Duration LONG = Duration.ofDays(90);

    private static final Duration SHORT = Duration.ofHours(24);
    // As the index of those that are forgotten after a day has it; a door's scope has blanks in it.
    private static final String OF_DOORS = "scope !~ '^(saga|effect)[.][^ ]*$'";
    private static final Predicate<String> OF_PROCESSES =
            Pattern.compile("(saga|effect)[.][^ ]*").asMatchPredicate();

    /** Keeps an answer; the position is put into the text. */
    static final String KEEP =
            "insert into repeat (scope, key, body_hash, result, result_type, result_revision, position)"
                    + " values (?, ?, ?, ?, ?, ?, %s) on conflict (scope, key) do update set"
                    + " body_hash = excluded.body_hash, result = excluded.result,"
                    + " result_type = excluded.result_type, result_revision = excluded.result_revision,"
                    + " position = excluded.position, created_at = excluded.created_at";

    private static final String BEGIN = "select pg_try_advisory_xact_lock(?);"
            + "select body_hash, result, result_type, result_revision, position from repeat"
            + " where scope = ? and key = ? and created_at >= now() - make_interval(secs => ?)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Serializer serializer;
    private final Duration ofProcesses;

    /** The answers in a database, those of processes and effects kept for 90 days. */
    public Repeats(JdbcTemplate jdbc, PlatformTransactionManager transactions, Serializer serializer) {
        this(jdbc, transactions, serializer, LONG);
    }

    /**
     * The answers in a database.
     *
     * @param ofProcesses how long those of processes and effects are kept; no less than those of doors
     */
    public Repeats(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Serializer serializer, Duration ofProcesses) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.serializer = serializer;
        this.ofProcesses = ofProcesses.compareTo(SHORT) < 0 ? SHORT : ofProcesses;
    }

    /** An answer given before: to which body, the result and its position. */
    record Answer(String bodyHash, Object result, long position) {}

    /** Forgets the answers that were kept long enough; for a scheduler. */
    public int forgetOld() {
        String old = "delete from repeat where created_at < now() - make_interval(secs => ?)";
        return transaction.execute(status ->
                jdbc.update(old + " and " + OF_DOORS, SHORT.toSeconds()) + jdbc.update(old, ofProcesses.toSeconds()));
    }

    /**
     * Takes the right to work on a key until the end of the transaction, and finds what was answered before.
     *
     * @throws Refused.StillRunning when somebody else has the right
     */
    Optional<Answer> begin(String scope, String key) {
        // Two statements, so that the second sees what the one before us in the lock has committed; one round trip.
        return jdbc.execute(BEGIN, (PreparedStatement statement) -> {
            statement.setLong(1, number(scope, key));
            statement.setString(2, scope);
            statement.setString(3, key);
            statement.setLong(4, (OF_PROCESSES.test(scope) ? ofProcesses : SHORT).toSeconds());
            statement.execute();
            try (ResultSet right = statement.getResultSet()) {
                right.next();
                if (!right.getBoolean(1)) {
                    throw new Refused.StillRunning();
                }
            }
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? Optional.of(answer(row)) : Optional.empty();
            }
        });
    }

    private Answer answer(ResultSet row) throws SQLException {
        return new Answer(row.getString(1), read(row.getBytes(2), row.getString(3), row.getString(4)), row.getLong(5));
    }

    /** Keeps an answer, with the events of the unit of work where it has any. */
    void keep(String scope, String key, Answer answer) {
        Kept kept = new Kept(scope, key, answer.bodyHash(), serializer.serialize(answer.result(), byte[].class));
        Optional<Unwritten> events = Unwritten.current();
        if (events.isPresent()) {
            events.get().keep(kept);
        } else {
            jdbc.update(KEEP.formatted("?"), (PreparedStatement statement) -> {
                statement.setLong(kept.bind(statement, 1), answer.position());
            });
        }
    }

    /** An answer as it will be kept. */
    record Kept(String scope, String key, String bodyHash, SerializedObject<byte[]> result) {
        /** Binds it from the parameter {@code at} on, and answers the next one, the position's. */
        int bind(PreparedStatement s, int at) throws SQLException {
            s.setString(at, scope);
            s.setString(at + 1, key);
            s.setString(at + 2, bodyHash);
            s.setBytes(at + 3, result.getData());
            s.setString(at + 4, result.getType().getName());
            s.setString(at + 5, result.getType().getRevision());
            return at + 6;
        }
    }

    private Object read(byte[] result, String type, String revision) {
        return serializer.deserialize(new SimpleSerializedObject<>(result, byte[].class, type, revision));
    }

    // Two keys with the same number would only make one of them wait; 64 bits make that a curiosity.
    private static long number(String scope, String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((scope.length() + ":" + scope + key).getBytes(StandardCharsets.UTF_8));
            long number = ByteBuffer.wrap(hash).getLong();
            return number == EventTable.LOCK ? number + 1 : number;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package carequeue.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The answers kept for 24 hours for commands that are repeated under the same key. */
public class Repeats {

    private static final String KEPT = "interval '24 hours'";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Serializer serializer;

    /** The answers in a database. */
    public Repeats(JdbcTemplate jdbc, PlatformTransactionManager transactions, Serializer serializer) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.serializer = serializer;
    }

    /** An answer given before: to which body, the result and its position. */
    record Answer(String bodyHash, Object result, long position) {}

    /** Forgets the answers older than 24 hours; for a scheduler. */
    public int forgetOld() {
        return transaction.execute(status -> jdbc.update("delete from repeat where created_at < now() - " + KEPT));
    }

    /** Takes the right to work on a key until the end of the transaction; false when somebody else has it. */
    boolean begin(String scope, String key) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, number(scope, key)));
    }

    Optional<Answer> find(String scope, String key) {
        return jdbc
                .query(
                        "select body_hash, result, result_type, result_revision, position from repeat"
                                + " where scope = ? and key = ? and created_at >= now() - " + KEPT,
                        (row, n) -> new Answer(
                                row.getString(1),
                                read(row.getBytes(2), row.getString(3), row.getString(4)),
                                row.getLong(5)),
                        scope,
                        key)
                .stream()
                .findFirst();
    }

    void keep(String scope, String key, Answer answer) {
        SerializedObject<byte[]> result = serializer.serialize(answer.result(), byte[].class);
        jdbc.update(
                "insert into repeat (scope, key, body_hash, result, result_type, result_revision, position)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (scope, key) do update set"
                        + " body_hash = excluded.body_hash, result = excluded.result,"
                        + " result_type = excluded.result_type, result_revision = excluded.result_revision,"
                        + " position = excluded.position, created_at = excluded.created_at",
                scope,
                key,
                answer.bodyHash(),
                result.getData(),
                result.getType().getName(),
                result.getType().getRevision(),
                answer.position());
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

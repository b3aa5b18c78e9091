package carequeue.store.loss;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a reader has received and the token it would go on from, kept together in the database, as a projection keeps them. */
final class Delivered {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Serializer tokens = JacksonSerializer.defaultSerializer();

    Delivered(DataSource database) {
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        jdbc.execute("create table delivered (n bigserial, reader text, event_id text, position bigint)");
        jdbc.execute("create table reader_token (reader text primary key, type text, token text)");
    }

    /** One delivery: which event, at which place. */
    record One(String eventId, long position) {}

    TrackingToken token(String reader) {
        return jdbc
                .query(
                        "select token, type from reader_token where reader = ?",
                        (row, n) -> tokens.<String, TrackingToken>deserialize(
                                new SimpleSerializedObject<>(row.getString(1), String.class, row.getString(2), null)),
                        reader)
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    void keep(String reader, List<TrackedEventMessage<?>> events, TrackingToken last) {
        var token = tokens.serialize(last, String.class);
        transaction.executeWithoutResult(status -> {
            jdbc.batchUpdate(
                    "insert into delivered (reader, event_id, position) values (?, ?, ?)",
                    events,
                    500,
                    (row, event) -> {
                        row.setString(1, reader);
                        row.setString(2, event.getIdentifier());
                        row.setLong(3, event.trackingToken().position().orElseThrow());
                    });
            jdbc.update(
                    "insert into reader_token values (?, ?, ?) on conflict (reader)"
                            + " do update set token = excluded.token",
                    reader,
                    token.getType().getName(),
                    token.getData());
        });
    }

    List<One> of(String reader) {
        return jdbc.query(
                "select event_id, position from delivered where reader = ? order by n",
                (row, n) -> new One(row.getString(1), row.getLong(2)),
                reader);
    }
}

package carequeue.store;

import carequeue.api.Claims;
import carequeue.api.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;

/** The unique keys over all aggregates, written in the transaction of the events that take and free them. */
public class ClaimedKeys {

    private static final int TRIES = 5;

    private final JdbcTemplate jdbc;
    private final BlindIndexKey secret;

    /** The keys of a database, hashed with a secret. */
    public ClaimedKeys(JdbcTemplate jdbc, BlindIndexKey secret) {
        this.jdbc = jdbc;
        this.secret = secret;
    }

    /** Who holds a key; null when nobody does. */
    @QueryHandler
    public String handle(Claims.FindHolder query) {
        return holder(hash(query.key()));
    }

    /**
     * Applies an event's claims for its aggregate.
     *
     * @throws Refused.AlreadyTaken when another aggregate holds one of the keys
     */
    void apply(Claims claims, String aggregateId) {
        if (!claims.frees().isEmpty()) {
            String[] kinds = claims.frees().toArray(String[]::new);
            jdbc.update("delete from claimed_key where holder = ? and kind = any (?)", aggregateId, kinds);
        }
        // In the order of the hashes, so that two transactions cannot wait for each other crosswise.
        Map<byte[], Claims.Key> sorted = new TreeMap<>(Arrays::compareUnsigned);
        claims.takes().forEach(key -> sorted.put(hash(key), key));
        sorted.forEach((hash, key) -> take(hash, key.kind(), aggregateId));
    }

    private void take(byte[] hash, String kind, String aggregateId) {
        for (int i = 0; i < TRIES; i++) {
            int inserted = jdbc.update(
                    "insert into claimed_key (key_hash, kind, holder) values (?, ?, ?) on conflict do nothing",
                    hash,
                    kind,
                    aggregateId);
            // The holder may have given the key back between the two statements: then the next try takes it.
            String holder = inserted == 1 ? aggregateId : holder(hash);
            if (aggregateId.equals(holder)) {
                return;
            }
            if (holder != null) {
                throw new Refused.AlreadyTaken(kind, holder);
            }
        }
        throw new Refused.AlreadyTaken(kind, "another");
    }

    private String holder(byte[] hash) {
        List<String> holders =
                jdbc.queryForList("select holder from claimed_key where key_hash = ?", String.class, hash);
        return holders.isEmpty() ? null : holders.get(0);
    }

    private byte[] hash(Claims.Key key) {
        return secret.hash(key.kind(), key.scope(), key.value());
    }
}

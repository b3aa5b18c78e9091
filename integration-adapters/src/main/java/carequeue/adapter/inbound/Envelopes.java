package carequeue.adapter.inbound;

import carequeue.adapter.outbox.Signal;
import carequeue.api.Ids;
import carequeue.api.Sealing;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what comes in, each envelope once; whoever sent it can be answered as soon as this returns. */
@Component
public class Envelopes {

    /** The field under which bodies are sealed. */
    static final String TAG = "inbound.body";

    private static final int LONGEST_ID = 200;
    private static final String STORE = """
        insert into inbound (service, envelope_id, type, entity, body, headers) values (?, ?, ?, ?, ?, ?)
        on conflict (service, envelope_id) do nothing\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final Signal signal;

    public Envelopes(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Sealing sealing,
            ObjectMapper json,
            @Qualifier("inboundSignal") Signal signal) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sealing = sealing;
        this.json = json;
        this.signal = signal;
    }

    /** Stores one of which only its service knows what it concerns; false when the id is known. */
    public boolean store(String service, String id, String type, byte[] body) {
        return store(service, id, type, null, body, Map.of());
    }

    /** Stores one in the shape that all integrations share; false when the id is known. */
    public boolean store(String service, String id, IntegrationEvent event) {
        String entity = event.entityType() + "/" + event.entityId();
        return store(service, id, event.eventType(), entity, written(event), Map.of());
    }

    /**
     * Stores one; false when the id is known.
     *
     * @param entity what it concerns, or null: those of one service and entity are taken in one after another, as they came
     * @param headers what the service wants to know again; nothing secret
     */
    public boolean store(
            String service, String id, String type, String entity, byte[] body, Map<String, String> headers) {
        String sealed = sealing.seal(subject(service), TAG, body);
        String kept = new String(written(headers), StandardCharsets.UTF_8);
        boolean stored = Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql(STORE)
                        .params(service, plain(id), plain(type), entity == null ? null : plain(entity), sealed, kept)
                        .update()
                == 1));
        signal.raise();
        return stored;
    }

    // Not the key of a patient: who it is about is known only when it has been taken in.
    static String subject(String service) {
        return "inbound." + service;
    }

    /** Names come from outside: one that is too long, or holds what PostgreSQL cannot, is kept as its digest. */
    private static String plain(String name) {
        return name.length() > LONGEST_ID || name.chars().anyMatch(Character::isISOControl)
                ? Ids.derived("envelope", name)
                : name;
    }

    private byte[] written(Object what) {
        try {
            return json.writeValueAsBytes(what);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }
}

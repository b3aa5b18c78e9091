package carequeue.adapter.inbound;

import carequeue.adapter.resilience.OutsideFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * News of an outside system in the shape that all integrations share.
 *
 * @param eventType such as {@code patient.updated}
 * @param entityType such as {@code Patient}
 * @param entityId the thing's identifier there
 * @param timestamp when it happened there, ISO 8601 with its offset
 * @param data what that system says about it; never trusted where it can be asked
 * @param source the system, such as {@code pms}
 */
public record IntegrationEvent(
        String eventType,
        String entityType,
        String entityId,
        String timestamp,
        Map<String, Object> data,
        String source) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(com.fasterxml.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** News about which nothing more is said. */
    public static IntegrationEvent of(String eventType, String entityType, String entityId, Instant at, String source) {
        return new IntegrationEvent(eventType, entityType, entityId, at.toString(), Map.of(), source);
    }

    /** When it happened there. */
    public Instant at() {
        return OffsetDateTime.parse(timestamp).toInstant();
    }

    /**
     * Reads one strictly.
     *
     * @throws Malformed naming the field that is missing or wrong, never its value
     */
    public static IntegrationEvent read(byte[] body) {
        IntegrationEvent event = parsed(body);
        present("eventType", event.eventType);
        present("entityType", event.entityType);
        present("entityId", event.entityId);
        present("source", event.source);
        try {
            event.at();
        } catch (DateTimeException | NullPointerException e) {
            throw new Malformed("timestamp is no time with its offset");
        }
        return event.data == null
                ? new IntegrationEvent(
                        event.eventType, event.entityType, event.entityId, event.timestamp, Map.of(), event.source)
                : event;
    }

    /** Reads one that was stored; what cannot be read is refused for good. */
    public static IntegrationEvent of(Envelope envelope) {
        try {
            return read(envelope.body());
        } catch (Malformed e) {
            throw new OutsideFailure.Rejected(envelope.service(), "sent news that cannot be read: " + e.getMessage());
        }
    }

    private static IntegrationEvent parsed(byte[] body) {
        try {
            IntegrationEvent event = JSON.readValue(body, IntegrationEvent.class);
            if (event == null) {
                throw new Malformed("it is empty");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new Malformed("it is no JSON of an integration event");
        } catch (IOException e) {
            throw new Malformed("it cannot be read");
        }
    }

    private static void present(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new Malformed(field + " is missing");
        }
    }

    /** It is not what it should be; the message holds no value. */
    public static final class Malformed extends RuntimeException {
        public Malformed(String what) {
            super(what, null, false, false);
        }
    }
}

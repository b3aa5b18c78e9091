package carequeue.query.audit;

import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.audit.AuditQuery.AuditActor;
import carequeue.api.audit.AuditQuery.AuditEvent;
import carequeue.store.ApiJson;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Events as an auditor reads them: personal values in the clear only for those who may, else by their mark. */
@Component
class AuditEvents {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final Serializer serializer;
    private final ObjectMapper open =
            JsonMapper.builder().findAndAddModules().addModule(new ApiJson()).build();
    private final ObjectMapper masked = JsonMapper.builder()
            .findAndAddModules()
            .addModule(new ApiJson())
            .addModule(new SimpleModule("masked").addSerializer(Phi.class, new ToStringSerializer()))
            .build();

    AuditEvents(@Qualifier("eventSerializer") Serializer serializer) {
        this.serializer = serializer;
    }

    AuditEvent event(AuditRow row, boolean inTheClear) {
        Map<String, Object> facts = facts(row);
        Instant occurredAt =
                facts.get(Facts.OCCURRED_AT) == null ? row.recordedAt() : Instant.parse(text(facts, Facts.OCCURRED_AT));
        return new AuditEvent(
                row.position(),
                row.eventId(),
                row.type(),
                row.revision() == null ? 1 : Integer.parseInt(row.revision()),
                row.aggregateType(),
                row.aggregateId(),
                row.sequence(),
                row.recordedAt(),
                occurredAt,
                new AuditActor(text(facts, Facts.ACTOR), roles(facts)),
                text(facts, Facts.CHANNEL),
                text(facts, Facts.SITE),
                text(facts, Facts.BUSINESS_DAY),
                text(facts, Facts.REASON),
                text(facts, Facts.CORRELATION_ID),
                text(facts, Facts.CAUSATION_ID),
                payload(row, inTheClear));
    }

    private Map<String, Object> payload(AuditRow row, boolean inTheClear) {
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(row.payload(), byte[].class, row.type(), row.revision()));
        return (inTheClear ? open : masked).convertValue(event, TREE);
    }

    private Map<String, Object> facts(AuditRow row) {
        try {
            return open.readValue(row.metadata(), TREE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<String, Object> facts, String fact) {
        Object value = facts.get(fact);
        return value == null ? null : value.toString();
    }

    private static Set<String> roles(Map<String, Object> facts) {
        String roles = text(facts, Facts.ROLES);
        return roles == null || roles.isBlank()
                ? Set.of()
                : new TreeSet<>(Set.of(roles.strip().split("\\s+")));
    }
}

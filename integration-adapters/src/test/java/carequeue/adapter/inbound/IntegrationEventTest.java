package carequeue.adapter.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.inbound.IntegrationEvent.Malformed;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.OutboxBench.Said;
import carequeue.adapter.resilience.OutsideFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelope that integrations share is read strictly, and its kind says who handles it. */
class IntegrationEventTest {

    private static final String GOOD = "{\"eventType\":\"appointment.cancelled\",\"entityType\":\"Appointment\","
            + "\"entityId\":\"a1\",\"timestamp\":\"2026-11-23T10:00:00+01:00\",\"data\":{\"reason\":\"ill\"},\"source\":\"pms\"}";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aWholeOneIsRead() {
        IntegrationEvent event = IntegrationEvent.read(bytes(GOOD));
        assertThat(event.at()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(event.data()).isEqualTo(Map.of("reason", "ill"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventType", "entityType", "entityId", "timestamp", "source"})
    void whatIsMissingIsNamed(String field) {
        String broken = GOOD.replace("\"" + field + "\":\"", "\"not-" + field + "\":\"");
        assertThatThrownBy(() -> IntegrationEvent.read(bytes(broken)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "\"Mary Ward\"",
                "{} {}",
                "{\"eventType\":7}",
                "{\"data\":\"Mary Ward\"}",
                "{\"eventType\":\"a\",\"entityType\":\"b\",\"entityId\":\"c\",\"timestamp\":\"yesterday\",\"source\":\"d\"}"
            })
    void whatIsNoneIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> IntegrationEvent.read(bytes(text)))
                .isInstanceOf(Malformed.class)
                .hasNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Mary", "yesterday"));
    }

    private static IntegrationHandler handler(String eventType) {
        return new IntegrationHandler() {
            @Override
            public String service() {
                return "pms";
            }

            @Override
            public String eventType() {
                return eventType;
            }

            @Override
            public List<Answer> handle(IntegrationEvent event, Envelope envelope) {
                return List.of(Answer.of("said", new Said(eventType + " " + event.entityId())));
            }
        };
    }

    private static Envelope envelope(String service, String body) {
        return new Envelope(service, "1", "any", Instant.EPOCH, bytes(body), Map.of());
    }

    @Test
    void theTableSaysWhoHandlesIt() {
        var table = new IntegrationHandlers(List.of(handler("appointment.cancelled"), handler("patient.updated")));
        assertThat(table.knows("pms", "patient.updated")).isTrue();
        assertThat(table.knows("ehr", "patient.updated")).isFalse();
        assertThat(table.handle(envelope("pms", GOOD)))
                .extracting(Answer::command)
                .containsExactly(new Said("appointment.cancelled a1"));
        assertThatThrownBy(() -> table.handle(envelope("ehr", GOOD))).isInstanceOf(OutsideFailure.Rejected.class);
        assertThatThrownBy(() -> table.handle(envelope("pms", "{"))).isInstanceOf(OutsideFailure.Rejected.class);
    }
}

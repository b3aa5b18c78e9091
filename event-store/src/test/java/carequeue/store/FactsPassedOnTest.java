package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;

class FactsPassedOnTest {

    private static final Map<String, Object> ALL = Map.of(
            Facts.ACTOR, "anna",
            Facts.ROLES, "front-desk",
            Facts.SITES, "main",
            Facts.CHANNEL, "desk",
            Facts.CORRELATION_ID, "v1",
            Facts.REASON, "late",
            Facts.POLICIES, "arrival-window/2",
            Facts.OCCURRED_AT, "2026-11-23T10:00:00Z",
            Facts.REPEAT_KEY, "k1");

    @Test
    void aCommandPassesOnWhoWhenAndWhyButNotWhatConcernsItAlone() {
        Map<String, ?> facts = passedOn(new GenericCommandMessage<>("work", ALL));

        assertThat(facts.keySet())
                .containsExactlyInAnyOrder(
                        Facts.ACTOR,
                        Facts.ROLES,
                        Facts.CHANNEL,
                        Facts.CORRELATION_ID,
                        Facts.REASON,
                        Facts.POLICIES,
                        Facts.OCCURRED_AT,
                        Facts.CAUSATION_ID);
    }

    @Test
    void anEventIsTheCauseOfWhatFollowsAtATimeOfItsOwn() {
        GenericEventMessage<?> event = new GenericEventMessage<>("done", ALL);

        assertThat(passedOn(event).get(Facts.CAUSATION_ID)).isEqualTo(event.getIdentifier());
        assertThat(passedOn(event).get(Facts.CORRELATION_ID)).isEqualTo("v1");
        assertThat(passedOn(event).keySet())
                .doesNotContain(Facts.OCCURRED_AT, Facts.REASON, Facts.POLICIES, Facts.SITES);
    }

    private static Map<String, ?> passedOn(Message<?> message) {
        return new FactsPassedOn().correlationDataFor(message);
    }
}

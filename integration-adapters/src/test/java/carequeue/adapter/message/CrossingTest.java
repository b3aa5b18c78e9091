package carequeue.adapter.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.filter.FilterBench;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a message no way gets to know more than its rule lets out. */
class CrossingTest {

    private static final Map<String, String> VALUES =
            Map.of("site", "Main Street Clinic", "ticket", "A001", "diagnosis", "J45.909");

    private final OutboxBench bench = new OutboxBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    private static Outgoing message(MessageChannel channel) {
        Instant now = Instant.parse("2026-11-23T15:00:00Z");
        var said = new NotificationDispatched(
                "n1", "v1", "p1", 1, channel, Phi.of("+16175550142"), "en", "placed", 1, VALUES, now, now);
        return new Outgoing(said, null, DemonstrationSite.sites().get("main"), LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatTheRuleDoesNotNameIsUnknownToTheWay(MessageChannel channel) {
        Outgoing crossing = Crossing.of(FilterBench.on(bench), channel.toString(), message(channel));
        assertThat(crossing.address()).isEqualTo("+16175550142");
        assertThat(crossing.said().variables()).containsKey("site").doesNotContainKey("diagnosis");
        assertThat(crossing.said().variables().containsKey("ticket")).isEqualTo(channel == MessageChannel.EMAIL);
        assertThat(row(channel)).contains("to").contains("diagnosis").doesNotContain("J45", "617");
    }

    @Test
    void aRuleThatKeepsTheLinkOrTheAddressHereIsFollowed() {
        var noLink = FilterBench.on(bench, "sms", Map.of("to", "keep", "site", "keep"));
        assertThat(Crossing.of(noLink, "sms", message(MessageChannel.SMS))
                        .said()
                        .visitId())
                .isNull();
        var noAddress = FilterBench.on(bench, "sms", Map.of("to", "drop", "site", "keep"));
        assertThatThrownBy(() -> Crossing.of(noAddress, "sms", message(MessageChannel.SMS)))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessageContaining("address");
    }

    private String row(MessageChannel channel) {
        return bench.jdbc
                .sql(
                        "select array_to_string(kept, ',') || '/' || array_to_string(dropped, ',') from transformation where rule = ?")
                .param(channel.toString())
                .query(String.class)
                .single();
    }
}

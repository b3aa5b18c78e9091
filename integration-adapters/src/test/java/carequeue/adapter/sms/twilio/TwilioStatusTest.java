package carequeue.adapter.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.notification.DeliveryStatus;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every status of a Twilio message has its place. */
class TwilioStatusTest {

    @Test
    void everyStatusIsThere() {
        assertThat(Arrays.stream(TwilioStatus.values()).map(TwilioStatus::word).collect(Collectors.toSet()))
                .isEqualTo(Set.of(
                        "accepted",
                        "scheduled",
                        "queued",
                        "sending",
                        "sent",
                        "delivered",
                        "undelivered",
                        "failed",
                        "canceled",
                        "read",
                        "partially_delivered",
                        "receiving",
                        "received"));
        assertThat(TwilioStatus.values()).allSatisfy(s -> assertThat(s.why()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "queued, DISPATCHED",
        "sent, SENT",
        "delivered, DELIVERED",
        "read, DELIVERED",
        "undelivered, UNDELIVERED",
        "partially_delivered, UNDELIVERED",
        "failed, FAILED",
        "canceled, FAILED",
    })
    void eachSaysWhatBecameOfTheAttempt(String word, DeliveryStatus ours) {
        assertThat(TwilioStatus.of(word).orElseThrow().ours()).contains(ours);
    }

    @Test
    void whatComesInIsNoAttemptOfOurs() {
        assertThat(TwilioStatus.of("received").orElseThrow().ours()).isEmpty();
        assertThat(TwilioStatus.of("teleported")).isEmpty();
        assertThat(TwilioCode.fate("21610")).isEqualTo(TwilioCode.Fate.STOPPED);
        assertThat(TwilioCode.fate("30007")).isEqualTo(TwilioCode.Fate.NOT_THIS_WAY);
    }
}

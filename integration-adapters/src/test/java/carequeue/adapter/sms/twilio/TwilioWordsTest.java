package carequeue.adapter.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import carequeue.api.patient.PatientEvent.PreferencesChanged;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Twilio tells is believed when it is signed over our own address, and taken in whatever its order. */
class TwilioWordsTest {

    private static final MessageChannel SMS = MessageChannel.SMS;

    @TempDir
    Path directory;

    private TwilioEar ear;

    @BeforeEach
    void start() {
        ear = new TwilioEar(directory);
    }

    @AfterEach
    void stop() {
        ear.close();
    }

    @Test
    void aMessageIsDeliveredInTheEnd() {
        ear.bench.goesOut("n1", SMS, "+16175550142");
        await().untilAsserted(() -> assertThat(ear.statuses()).contains(DeliveryStatus.DELIVERED));
        var known = ear.bench.attempts.find("n1", 1).orElseThrow();
        assertThat(known.delivery()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(known.flag()).isNull();
    }

    @Test
    void doubleLateAndDisorderedWordsCountOnce() {
        ear.bench.faults(
                "twilio", ",\"hooks\":{\"duplicateRate\":1,\"lateMillis\":200,\"outOfOrder\":true,\"dropRate\":0}");
        ear.bench.goesOut("n1", SMS, "+16175550142");
        await().untilAsserted(() -> assertThat(ear.inbound.states()).containsExactly("done", "done"));
        assertThat(ear.statuses()).containsExactlyInAnyOrder(DeliveryStatus.SENT, DeliveryStatus.DELIVERED);
        assertThat(ear.bench.attempts.find("n1", 1).orElseThrow().delivery()).isEqualTo(DeliveryStatus.DELIVERED);
    }

    @Test
    void aTelephoneThatIsOffIsToldWithItsCode() {
        ear.bench.post("/twilio/phones/power", "application/x-www-form-urlencoded", "phone=%2B16175550142&off=true");
        ear.bench.goesOut("n1", SMS, "+16175550142");
        await().untilAsserted(() -> assertThat(ear.told(RecordDelivery.class))
                .extracting(RecordDelivery::status, RecordDelivery::code)
                .contains(org.assertj.core.groups.Tuple.tuple(DeliveryStatus.UNDELIVERED, "30003")));
    }

    @Test
    void whatIsNotToldIsAskedFor() {
        ear.bench.faults(
                "twilio", ",\"hooks\":{\"dropRate\":1,\"duplicateRate\":0,\"lateMillis\":0,\"outOfOrder\":false}");
        ear.bench.goesOut("n1", SMS, "+16175550142");
        await().untilAsserted(() -> assertThat(ear.bench.bench.states()).containsExactly("done"));
        await().until(() -> ear.bench.get("/twilio/texts").contains("\"delivered\""));
        assertThat(ear.asking.askDue()).as("not yet due").isZero();
        ear.bench.bench.sql("update message_attempt set ask_at = clock_timestamp()");
        assertThat(ear.asking.askDue()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(ear.statuses()).containsExactly(DeliveryStatus.DELIVERED));
    }

    @Test
    void stopEndsAllTextsToThatNumberAndStartAllowsThemAgain() {
        ear.bench.goesOut(
                "n1", SMS, "p1", "+16175550142", java.time.Instant.now().plusSeconds(300));
        await().until(() -> ear.bench.get("/twilio/texts").contains("\"delivered\""));
        answer("stop.");
        await().untilAsserted(() -> assertThat(ear.told(ChangeConsent.class))
                .containsExactly(new ChangeConsent("p1", SMS, Consent.WITHDRAWN, "sms")));
        var no = new Preferences("en", null, Map.of(SMS, Consent.WITHDRAWN));
        ear.bench.happens("p1", new PreferencesChanged("p1", no, "sms"));
        answer("Please stop by my house");
        answer("START");
        await().untilAsserted(() ->
                assertThat(ear.told(ChangeConsent.class)).endsWith(new ChangeConsent("p1", SMS, Consent.GIVEN, "sms")));
        assertThat(ear.told(ChangeConsent.class)).hasSize(2);
    }

    private void answer(String text) {
        ear.bench.post(
                "/twilio/phones/answer",
                "application/x-www-form-urlencoded",
                "phone=%2B16175550142&body="
                        + java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aStatusThatComesTooLateChangesNothing() throws Exception {
        ear.bench.faults("twilio", ",\"hooks\":{\"dropRate\":1}");
        ear.bench.goesOut("n1", SMS, "+16175550142");
        await().untilAsserted(() -> assertThat(ear.bench.bench.states()).containsExactly("done"));
        String sid = ear.bench.attempts.find("n1", 1).orElseThrow().providerId();
        for (String status : new String[] {"delivered", "sent", "queued"}) {
            Map<String, String> fields = Map.of("MessageSid", sid, "MessageStatus", status);
            String form = "MessageSid=" + sid + "&MessageStatus=" + status;
            assertThat(ear.post(form, TwilioEar.signature("sandbox-twilio-token", ear.url(), fields)))
                    .isEqualTo(200);
        }
        await().untilAsserted(() -> assertThat(ear.inbound.states()).containsExactly("done", "done", "done"));
        assertThat(ear.bench.attempts.find("n1", 1).orElseThrow().delivery()).isEqualTo(DeliveryStatus.DELIVERED);
    }

    @Test
    void whatIsNotSignedByTwilioIsRefused() throws Exception {
        String form = "MessageSid=SM1&MessageStatus=delivered";
        Map<String, String> fields = Map.of("MessageSid", "SM1", "MessageStatus", "delivered");
        assertThat(ear.post(form, null)).isEqualTo(403);
        assertThat(ear.post(form, "AAAA")).isEqualTo(403);
        assertThat(ear.post(form, TwilioEar.signature("another-token", ear.url(), fields)))
                .isEqualTo(403);
        assertThat(ear.post(form + "&To=x", TwilioEar.signature("sandbox-twilio-token", ear.url(), fields)))
                .isEqualTo(403);
        assertThat(ear.post(form, TwilioEar.signature("former-token", ear.url(), fields)))
                .isEqualTo(200);
        assertThat(ear.post(form, TwilioEar.signature("sandbox-twilio-token", ear.url(), fields)))
                .isEqualTo(200);
        assertThat(ear.post("a=b", TwilioEar.signature("sandbox-twilio-token", ear.url(), Map.of("a", "b"))))
                .isEqualTo(400);
        assertThat(ear.inbound.states()).hasSize(1);
    }
}

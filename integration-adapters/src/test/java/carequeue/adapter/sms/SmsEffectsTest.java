package carequeue.adapter.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.adapter.message.MessageBench;
import carequeue.adapter.outbox.Dispatcher;
import carequeue.adapter.secrets.Secret;
import carequeue.adapter.sms.twilio.TwilioSettings;
import carequeue.adapter.sms.twilio.TwilioSms;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.notification.NotificationEvent.NotificationWithdrawn;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import carequeue.api.patient.PatientEvent.PreferencesChanged;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text message goes out once, or it is said why not; over real HTTP through Twilio's own library. */
class SmsEffectsTest {

    private static final MessageChannel SMS = MessageChannel.SMS;

    @TempDir
    Path directory;

    private MessageBench bench;
    private Dispatcher node;

    @BeforeEach
    void start() {
        bench = new MessageBench(directory);
        var settings = new TwilioSettings(
                bench.sandbox.url() + "/twilio",
                "ACcafe0000000000000000000000sandbox",
                Secret.of("sandbox-twilio-token"),
                null,
                "+15005550006",
                null,
                50,
                0,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        var way = new SmsWay(
                new TwilioSms(settings, bench.guards), bench.attempts, bench.settings, bench.pages, bench.ours);
        node = bench.node(bench.by(way));
    }

    @AfterEach
    void stop() {
        node.stop();
        bench.close();
    }

    @Test
    void itNamesTheSiteAndTheLinkAndNothingElse() throws Exception {
        node.start();
        bench.goesOut("n1", SMS, "(617) 555-0142");
        ends("done");
        JsonNode text = texts().get(0);
        assertThat(text.get("to").asText()).isEqualTo("+16175550142");
        assertThat(text.get("body").asText())
                .matches("Main Street Clinic: you are checked in\\. Your place in line: https://clinic\\.example/l/\\S+"
                        + " Reply STOP to opt out\\.")
                .doesNotContain("A001");
        assertThat(text.get("callback").asText())
                .isEqualTo("https://clinic.example/webhooks/twilio?message=n1&attempt=1");
        assertThat(bench.attempts.find("n1", 1).orElseThrow().providerId())
                .isEqualTo(text.get("sid").asText());
    }

    @Test
    void whatTheProviderRefusesIsAFailureWithItsCode() {
        node.start();
        bench.goesOut("n1", SMS, "+15005550009");
        bench.goesOut("n2", SMS, "not a number");
        await().untilAsserted(() -> assertThat(bench.told(RecordDelivery.class))
                .extracting(RecordDelivery::notificationId, RecordDelivery::status, RecordDelivery::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("n1", DeliveryStatus.FAILED, "21614"),
                        org.assertj.core.groups.Tuple.tuple("n2", DeliveryStatus.FAILED, "invalid-number")));
    }

    @Test
    void whoSaidStopToTheProviderIsNotWrittenToAgain() {
        node.start();
        bench.goesOut("n1", SMS, "+15005550004");
        await().untilAsserted(() -> assertThat(bench.told(ChangeConsent.class))
                .containsExactly(new ChangeConsent("patient-n1", SMS, Consent.WITHDRAWN, "sms")));
        assertThat(bench.told(RecordDelivery.class))
                .extracting(RecordDelivery::code)
                .containsExactly("21610");
    }

    @Test
    void whatIsOfNoUseAnyMoreDoesNotGoOut() throws Exception {
        bench.goesOut("late", SMS, "p1", "+16175550142", Instant.now().minusSeconds(1));
        bench.goesOut("gone", SMS, "+16175550143");
        bench.happens("gone", new NotificationWithdrawn("gone", "visit-gone", "check-in-taken-back", Instant.now()));
        bench.goesOut("no", SMS, "+16175550144");
        var no = new Preferences("en", null, Map.of(SMS, Consent.WITHDRAWN));
        bench.happens("patient-no", new PreferencesChanged("patient-no", no, "desk"));
        bench.stops.stop(SMS, "+16175550145");
        bench.goesOut("stop", SMS, "+16175550145");
        node.start();
        ends("done", "done", "done", "done");
        assertThat(texts()).isEmpty();
        assertThat(bench.told(RecordDelivery.class))
                .extracting(RecordDelivery::notificationId, RecordDelivery::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("late", "too-late"),
                        org.assertj.core.groups.Tuple.tuple("no", "opted-out"),
                        org.assertj.core.groups.Tuple.tuple("stop", "opted-out"));
    }

    @Test
    void anAnswerThatIsLostIsAskedForAndNothingGoesOutTwice() throws Exception {
        bench.faults("twilio", ",\"lostRate\":1");
        node.start();
        bench.goesOut("n1", SMS, "+16175550142");
        await().until(() -> texts().size() == 1);
        bench.faults("twilio", "");
        ends("done");
        assertThat(texts()).hasSize(1);
        var known = bench.attempts.find("n1", 1).orElseThrow();
        assertThat(known.providerId()).isEqualTo(texts().get(0).get("sid").asText());
        assertThat(known.flag()).isNull();
    }

    @Test
    void whereTheProviderKnowsOfNothingItGoesOutAgainAndIsFlagged() throws Exception {
        bench.faults("twilio", ",\"errorRate\":1");
        node.start();
        bench.goesOut("n1", SMS, "+16175550142");
        await().until(() ->
                bench.attempts.find("n1", 1).filter(it -> it.inDoubt()).isPresent());
        bench.faults("twilio", "");
        ends("done");
        assertThat(texts()).hasSize(1);
        assertThat(bench.attempts.find("n1", 1).orElseThrow().flag()).isEqualTo("perhaps-twice");
    }

    private void ends(String... states) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bench.bench.states()).containsExactly(states));
    }

    private JsonNode texts() throws Exception {
        return new ObjectMapper().readTree(bench.get("/twilio/texts"));
    }
}

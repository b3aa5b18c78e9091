package carequeue.adapter.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import carequeue.adapter.email.news.VendorKeys;
import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.inbound.Inbound;
import carequeue.adapter.inbound.InboundBench;
import carequeue.adapter.inbound.RawBodies;
import carequeue.adapter.outbox.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The doors of those who carry our emails: what is proven is kept once, as news and without an address; everything else is turned away. */
class NewsDoorTest {

    private static final long NOW = Instant.now().getEpochSecond();
    private static final String MAILGUN = """
        {"event-data":{"event":"failed","id":"G9Bn5sl1TC6nu79C8C0bwg","severity":"permanent","reason":"bounce",
          "recipient":"alice@example.com","user-variables":{"carequeue":"n1.1"}}}""";
    private static final String SENDGRID = """
        [{"email":"example@test.com","timestamp":1513299569,"event":"delivered","sg_event_id":"ZGVsaXZlcmVk","carequeue":"n1.1"},
         {"email":"example@test.com","event":"spamreport","sg_event_id":"c3BhbQ","carequeue":"n5.1"}]""";
    private static final String POSTMARK = """
        {"RecordType":"Bounce","ID":4323372036854775807,"Type":"HardBounce","TypeCode":1,"Email":"john@example.com",
         "MessageID":"883953f4-6105-42a2-a16a-77a8eac79483","Metadata":{"carequeue":"n1.1"}}""";
    private static final String SES = """
        {"notificationType":"Delivery","mail":{"destination":["jane@example.com"],"headers":[{"name":"X-CareQueue-Message",
          "value":"n1.1"}]}}""";

    @TempDir
    Path directory;

    private final InboundBench inbound = new InboundBench();
    private VendorKeys vendors;
    private MockMvc doors;

    @BeforeEach
    void start() throws Exception {
        vendors = new VendorKeys(directory);
        var door = new NewsDoor(vendors.tellers(), inbound.envelopes, inbound.json, Clock.systemUTC());
        doors = MockMvcBuilders.standaloneSetup(door)
                .addFilters(new RawBodies())
                .build();
    }

    @AfterEach
    void stop() {
        inbound.close();
    }

    private int tells(String vendor, String body, Map<String, String> heads) throws Exception {
        var request = post("/webhooks/email/" + vendor).content(body).contentType("application/json");
        heads.forEach(request::header);
        return doors.perform(request).andReturn().getResponse().getStatus();
    }

    private List<String> kept() {
        return inbound.outbox
                .jdbc
                .sql("select envelope_id || ' ' || type from inbound order by id")
                .query(String.class)
                .list();
    }

    @Test
    void sendgrid() throws Exception {
        Map<String, String> heads = vendors.sendgrid(NOW, SENDGRID);
        assertThat(tells("sendgrid", SENDGRID, Map.of())).isEqualTo(403);
        assertThat(tells("sendgrid", SENDGRID + " ", heads)).isEqualTo(403);
        assertThat(tells("sendgrid", "{[no json", heads)).isEqualTo(403);
        assertThat(tells("sendgrid", SENDGRID, heads)).isEqualTo(200);
        assertThat(tells("sendgrid", SENDGRID, heads)).as("told again").isEqualTo(200);
        assertThat(kept()).containsExactly("sendgrid:ZGVsaXZlcmVk email.delivered", "sendgrid:c3BhbQ email.complained");
    }

    @Test
    void mailgun() throws Exception {
        assertThat(tells("mailgun", VendorKeys.mailgun("another", NOW, MAILGUN), Map.of()))
                .isEqualTo(403);
        assertThat(tells("mailgun", MAILGUN, Map.of())).isEqualTo(403);
        assertThat(tells("mailgun", "no json", Map.of())).isEqualTo(403);
        for (int i = 0; i < 2; i++) {
            assertThat(tells("mailgun", VendorKeys.mailgun("key-of-mailgun", NOW - i, MAILGUN), Map.of()))
                    .isEqualTo(200);
        }
        assertThat(kept()).containsExactly("mailgun:G9Bn5sl1TC6nu79C8C0bwg email.bounced");
    }

    @Test
    void postmark() throws Exception {
        Map<String, String> signedIn = Map.of("Authorization", "Basic cG9zdG1hcms6c2VjcmV0");
        assertThat(tells("postmark", POSTMARK, Map.of())).isEqualTo(403);
        assertThat(tells("postmark", POSTMARK, Map.of("Authorization", "Basic cG9zdG1hcms6b3RoZXI=")))
                .isEqualTo(403);
        assertThat(tells("postmark", POSTMARK, signedIn)).isEqualTo(200);
        assertThat(tells("postmark", POSTMARK, signedIn)).isEqualTo(200);
        assertThat(kept())
                .containsExactly(
                        "postmark:883953f4-6105-42a2-a16a-77a8eac79483:Bounce:4323372036854775807 email.bounced");
    }

    @Test
    void amazonSes() throws Exception {
        String told = vendors.signed(VendorKeys.sns(SES)).toString();
        assertThat(tells("ses", told.replace("n1.1", "n2.1"), Map.of())).isEqualTo(403);
        assertThat(tells("ses", VendorKeys.sns(SES).toString(), Map.of())).isEqualTo(403);
        assertThat(tells("ses", told, Map.of())).isEqualTo(200);
        assertThat(tells("ses", told, Map.of())).isEqualTo(200);
        assertThat(kept()).containsExactly("ses:22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324 email.delivered");
    }

    @Test
    void amazonsQuestionWhetherATopicIsWantedIsAnsweredAtAmazonOnly() throws Exception {
        String amazons = "https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + VendorKeys.TOPIC
                + "&Token=2336412f37fb687f5d51e6e241d09c805a5a57b30d712f794cc5f6a988666d92";
        for (String place : List.of(
                "http://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription",
                "https://sns.us-west-2.amazonaws.com.example.org/?Action=ConfirmSubscription",
                "https://sns.us-west-2.amazonaws.com@example.org/?Action=ConfirmSubscription",
                "https://169.254.169.254/latest/meta-data")) {
            String asked = vendors.signed(VendorKeys.confirmation(place)).toString();
            assertThat(tells("ses", asked, Map.of())).isEqualTo(200);
        }
        assertThat(tells("ses", VendorKeys.confirmation(amazons).toString(), Map.of()))
                .as("not signed")
                .isEqualTo(403);
        assertThat(vendors.visited).isEmpty();
        assertThat(tells("ses", vendors.signed(VendorKeys.confirmation(amazons)).toString(), Map.of()))
                .isEqualTo(200);
        assertThat(vendors.visited).extracting(Object::toString).containsExactly(amazons);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsTooLargeOrOfNobodyIsTurnedAway() throws Exception {
        String large = "[" + " ".repeat(RawBodies.MOST) + "]";
        assertThat(tells("sendgrid", large, vendors.sendgrid(NOW, large))).isEqualTo(413);
        assertThat(tells("mandrill", "{}", Map.of())).isEqualTo(404);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsKeptNamesNoAddress() throws Exception {
        tells("sendgrid", SENDGRID, vendors.sendgrid(NOW, SENDGRID));
        tells("ses", vendors.signed(VendorKeys.sns(SES)).toString(), Map.of());
        List<String> taken = new CopyOnWriteArrayList<>();
        inbound.start(new Inbound() {
            @Override
            public String service() {
                return EmailService.EMAIL;
            }

            @Override
            public List<Answer> take(Envelope envelope) {
                taken.add(envelope.text());
                return List.of();
            }
        });
        await().until(() -> taken.size() == 3);
        assertThat(taken).noneMatch(body -> body.contains("example.com"));
    }
}

package carequeue.adapter.email.news;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Bodies as the vendors publish them, with our mark put where they give it back: Amazon SES "Examples of event data", SendGrid "Event Webhook
 * Reference", Mailgun "Webhook Payloads", Postmark "Bounce / Delivery / Spam complaint / Subscription change webhook".
 */
class VendorNewsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NewsSettings NOTHING = new NewsSettings(null, null, null, null);

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }

    private static News only(List<News> news) {
        assertThat(news).hasSize(1);
        return news.get(0);
    }

    private static News ses(String inside) throws Exception {
        var envelope = JSON.createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324")
                .put("Message", inside);
        return only(new Ses(NOTHING, new SnsProof(uri -> new byte[0], uri -> {}), JSON).read(envelope));
    }

    private static final String SES_MAIL = """
        "mail":{"timestamp":"2016-01-27T14:59:38.237Z","source":"john@example.com",
          "messageId":"00000138111222aa-33322211-cccc-cccc-cccc-ddddaaaa0680-000000","destination":["jane@example.com"],
          "headersTruncated":false,"headers":[{"name":"From","value":"\\"John Doe\\" <john@example.com>"},
            {"name":"X-CareQueue-Message","value":"n1.1"}],
          "commonHeaders":{"from":["John Doe <john@example.com>"],"messageId":"custom-message-ID","subject":"Hello"}}""";

    @Test
    void amazonSes() throws Exception {
        News hard = ses("""
            {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","reportingMTA":"dns; email.example.com",
              "bouncedRecipients":[{"emailAddress":"jane@example.com","status":"5.1.1","action":"failed",
                "diagnosticCode":"smtp; 550 5.1.1 <jane@example.com>... User"}],
              "bounceSubType":"General","timestamp":"2016-01-27T14:59:38.237Z",
              "feedbackId":"00000138111222aa-33322211-cccc-cccc-cccc-ddddaaaa068a-000000","remoteMtaIp":"127.0.2.0"},""" + SES_MAIL + "}");
        assertThat(hard).isEqualTo(new News("22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324", "n1.1", News.Kind.GONE, "5.1.1"));
        assertThat(
                        ses("{\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Transient\",\"bounceSubType\":\"MailboxFull\"},"
                                        + SES_MAIL + "}")
                                .kind())
                .isEqualTo(News.Kind.BOUNCED);
        assertThat(ses("{\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\",\"bounceSubType\":"
                                + "\"OnAccountSuppressionList\"}," + SES_MAIL + "}")
                        .kind())
                .isEqualTo(News.Kind.SUPPRESSED);
        assertThat(ses("{\"notificationType\":\"Complaint\",\"complaint\":{\"complaintFeedbackType\":\"abuse\"},"
                                + SES_MAIL + "}")
                        .kind())
                .isEqualTo(News.Kind.COMPLAINED);
        News tagged = ses("""
            {"eventType":"Delivery","mail":{"messageId":"EXAMPLE7c191be45","tags":{"ses:configuration-set":["ConfigSet"],
              "carequeue":["n1_1"]}},"delivery":{"smtpResponse":"250 2.6.0 Message received"}}""");
        assertThat(tagged.name()).isEqualTo("n1.1");
        assertThat(tagged.kind()).isEqualTo(News.Kind.DELIVERED);
    }

    @Test
    void sendgridTellsOfManyAtOnce() throws Exception {
        List<News> news = new Sendgrid(NOTHING).read(json("""
            [{"email":"example@test.com","timestamp":1513299569,"smtp-id":"<14c5d75ce93.dfd.64b469@ismtpd-555>","event":"processed",
              "sg_event_id":"rbtnWrG1DVDGGGFHFyun0A==","sg_message_id":"14c5d75ce93.dfd.64b469.filter0001","carequeue":"n0.1"},
             {"email":"example@test.com","timestamp":1513299569,"event":"delivered","sg_event_id":"ZGVsaXZlcmVk",
              "response":"250 OK","carequeue":"n1.1"},
             {"email":"example@test.com","event":"bounce","type":"bounce","status":"5.0.0","reason":"500 unknown recipient",
              "sg_event_id":"Ym91bmNl","carequeue":"n2.1"},
             {"email":"example@test.com","event":"bounce","type":"blocked","status":"4.7.1","sg_event_id":"YmxvY2s","carequeue":"n3.1"},
             {"email":"example@test.com","event":"dropped","reason":"Bounced Address","status":"5.0.0","sg_event_id":"ZHJvcA",
              "carequeue":"n4.1"},
             {"email":"example@test.com","event":"spamreport","sg_event_id":"c3BhbQ","carequeue":"n5.1"},
             {"email":"example@test.com","event":"open","sg_event_id":"b3Blbg","carequeue":"n6.1"}]"""));
        assertThat(news).extracting(News::name).containsExactly("n1.1", "n2.1", "n3.1", "n4.1", "n5.1");
        assertThat(news)
                .extracting(News::kind)
                .containsExactly(
                        News.Kind.DELIVERED,
                        News.Kind.GONE,
                        News.Kind.BOUNCED,
                        News.Kind.SUPPRESSED,
                        News.Kind.COMPLAINED);
    }

    @Test
    void mailgun() throws Exception {
        Mailgun mailgun = new Mailgun(NOTHING);
        News hard = only(mailgun.read(json("""
            {"signature":{},"event-data":{"event":"failed","id":"G9Bn5sl1TC6nu79C8C0bwg","severity":"permanent","reason":"bounce",
              "delivery-status":{"attempt-no":1,"message":"","code":605,"enhanced-code":"","description":"Not delivering"},
              "message":{"headers":{"message-id":"n1.1@clinic.example"}},"user-variables":{"carequeue":"n1.1"}}}""")));
        assertThat(hard.kind()).isEqualTo(News.Kind.GONE);
        assertThat(hard.name()).isEqualTo("n1.1");
        assertThat(mailgun.read(json("""
            {"event-data":{"event":"failed","id":"Fs7-5t81S2ispqxqDw2U4Q","severity":"temporary","reason":"generic",
              "user-variables":{"carequeue":"n1.1"}}}"""))).isEmpty();
        assertThat(only(mailgun.read(json("""
            {"event-data":{"event":"failed","id":"x","severity":"permanent","reason":"suppress-bounce",
              "user-variables":{"carequeue":"n1.1"}}}"""))).kind()).isEqualTo(News.Kind.SUPPRESSED);
        assertThat(only(mailgun.read(json("""
            {"event-data":{"event":"unsubscribed","id":"y","user-variables":{"carequeue":"n1.1"}}}"""))).kind()).isEqualTo(News.Kind.UNSUBSCRIBED);
    }

    @Test
    void postmark() throws Exception {
        Postmark postmark = new Postmark(NOTHING);
        News hard = only(postmark.read(json("""
            {"RecordType":"Bounce","MessageStream":"outbound","ID":4323372036854775807,"Type":"HardBounce","TypeCode":1,
             "Name":"Hard bounce","Tag":"Test","MessageID":"883953f4-6105-42a2-a16a-77a8eac79483",
             "Metadata":{"carequeue":"n1.1"},"Email":"john@example.com","Inactive":true}""")));
        assertThat(hard)
                .isEqualTo(new News(
                        "883953f4-6105-42a2-a16a-77a8eac79483:Bounce:4323372036854775807",
                        "n1.1",
                        News.Kind.GONE,
                        null));
        assertThat(only(postmark.read(json("""
            {"RecordType":"Bounce","Type":"SoftBounce","TypeCode":4096,"MessageID":"m","Metadata":{"carequeue":"n1.1"}}"""))).kind()).isEqualTo(News.Kind.BOUNCED);
        assertThat(postmark.read(json("""
            {"RecordType":"Bounce","Type":"Transient","TypeCode":2,"MessageID":"m","Metadata":{"carequeue":"n1.1"}}"""))).isEmpty();
        assertThat(only(postmark.read(json("""
            {"RecordType":"SpamComplaint","ID":42,"Type":"SpamComplaint","TypeCode":512,"MessageID":"m",
             "Metadata":{"carequeue":"n1.1"},"Email":"john@example.com"}"""))).kind()).isEqualTo(News.Kind.COMPLAINED);
        assertThat(only(postmark.read(json("""
            {"RecordType":"SubscriptionChange","MessageID":"m","SuppressSending":true,"SuppressionReason":"ManualSuppression",
             "Metadata":{"carequeue":"n1.1"}}"""))).kind()).isEqualTo(News.Kind.UNSUBSCRIBED);
        assertThat(only(postmark.read(json("""
            {"RecordType":"Delivery","MessageID":"m","Recipient":"john@example.com","Metadata":{"carequeue":"n1.1"}}"""))).kind()).isEqualTo(News.Kind.DELIVERED);
    }

    @Test
    void everyTellerPutsItsMarkWhereItGivesItBack() {
        assertThat(new Sendgrid(NOTHING).marks("n1.1"))
                .containsEntry("X-SMTPAPI", "{\"unique_args\":{\"carequeue\":\"n1.1\"}}");
        assertThat(new Mailgun(NOTHING).marks("n1.1")).containsEntry("X-Mailgun-Variables", "{\"carequeue\":\"n1.1\"}");
        assertThat(new Postmark(NOTHING).marks("n1.1")).containsEntry("X-PM-Metadata-carequeue", "n1.1");
        assertThat(new Ses(NOTHING, new SnsProof(uri -> new byte[0], uri -> {}), JSON).marks("n1.1"))
                .containsEntry("X-CareQueue-Message", "n1.1")
                .containsEntry("X-SES-MESSAGE-TAGS", "carequeue=n1_1");
    }
}

package carequeue.adapter.email.news;

import carequeue.adapter.secrets.Secret;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who carries our emails and tells what became of them. Each value may be several, parted by commas, while one replaces the other.
 *
 * @param sesTopic the topic (ARN) of Amazon SNS in which Amazon SES tells
 * @param sendgridKey the verification key of SendGrid's signed event webhook, base64
 * @param mailgunKey Mailgun's webhook signing key
 * @param postmarkUser {@code name:password} that Postmark gives at our door by HTTP Basic
 */
@ConfigurationProperties("carequeue.mail.news")
public record NewsSettings(
        List<String> sesTopic, List<String> sendgridKey, List<Secret> mailgunKey, List<Secret> postmarkUser) {

    public NewsSettings {
        sesTopic = given(sesTopic);
        sendgridKey = given(sendgridKey);
        mailgunKey = secrets(mailgunKey);
        postmarkUser = secrets(postmarkUser);
    }

    private static List<String> given(List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .flatMap(value -> Stream.ofNullable(value).map(String::strip))
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private static List<Secret> secrets(List<Secret> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Secret::given).toList();
    }

    /** Nothing secret. */
    @Override
    public String toString() {
        return "tellers of emails";
    }
}

package carequeue.adapter.pms;

import carequeue.adapter.secrets.Secret;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the practice management system is and how we show who we are.
 *
 * @param url the base address of its API; none: no such system
 * @param apiKey sent in the header {@code apiKeyHeader}
 * @param token sent as bearer token; either it or the key
 * @param webhookSecret by which its webhooks are signed; none: none are taken
 * @param previousWebhookSecret still taken while the secret is being changed
 * @param webhookUrl where it is asked to send webhooks; none: it is told so by other means
 * @param syncEvery how often the day is read
 * @param pageSize how many appointments on a page
 */
@ConfigurationProperties("carequeue.pms")
public record PmsSettings(
        String url,
        Secret apiKey,
        @DefaultValue("X-API-Key") String apiKeyHeader,
        Secret token,
        Secret webhookSecret,
        Secret previousWebhookSecret,
        String webhookUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("60s") Duration syncEvery,
        @DefaultValue("100") int pageSize,
        @DefaultValue("[A-Z0-9]{6,12}") Pattern mrnPattern,
        @DefaultValue("\\+?[\\d\\s\\-()]+") Pattern phonePattern,

        @DefaultValue("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+")
        Pattern emailPattern) {

    /** Nothing of the secrets. */
    @Override
    public String toString() {
        return "PmsSettings[" + url + "]";
    }
}

package carequeue.adapter.sync;

import carequeue.adapter.secrets.Secret;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the EHR tells us of changes by itself.
 *
 * @param secret what it has to send along; absent: one is made and given to it when we subscribe
 * @param subscribe whether we subscribe ourselves, where the EHR offers it
 * @param name of the door, {@code /webhooks/ehr/<name>}, for the subscriptions we make
 * @param url the address at which the EHR reaches us; absent: the public address, or this machine's for an EHR on it
 * @param topics the topics to subscribe to; absent: those that the EHR says it has
 */
@ConfigurationProperties("carequeue.ehr.webhook")
public record WebhookSettings(
        Secret secret,
        @DefaultValue("auto") Subscribe subscribe,
        @DefaultValue("carequeue") String name,
        URI url,
        @DefaultValue List<String> topics) {

    /** Whether and how we subscribe ourselves. */
    public enum Subscribe {
        /** As the EHR offers it: by topic, else by criteria. */
        AUTO,
        TOPIC,
        REST_HOOK,
        OFF
    }
}

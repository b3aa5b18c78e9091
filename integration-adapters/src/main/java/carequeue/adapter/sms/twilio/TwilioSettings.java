package carequeue.adapter.sms.twilio;

import carequeue.adapter.secrets.Secret;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Twilio; without an account nobody is told by text message.
 *
 * @param url the base address of its API
 * @param authToken the account's secret, by which Twilio also signs what it tells us
 * @param formerAuthToken the one before, accepted in signatures while it is being replaced
 * @param from the sender's number in E.164, or
 * @param messagingServiceSid the messaging service that chooses one
 * @param perSecond how many messages a second this node gives to Twilio at most
 * @param perSender how many of these by one sender; 0 leaves it to Twilio, which then lets them wait
 * @param helpText what is answered to HELP, or null where Twilio answers by itself
 */
@ConfigurationProperties("carequeue.twilio")
public record TwilioSettings(
        @DefaultValue("https://api.twilio.com") String url,
        String accountSid,
        Secret authToken,
        Secret formerAuthToken,
        String from,
        String messagingServiceSid,
        @DefaultValue("10") int perSecond,
        @DefaultValue("0") int perSender,
        String helpText,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("6s") Duration readTimeout) {

    /** Whether there is an account and a sender. */
    public boolean ready() {
        return given(accountSid) && Secret.given(authToken) && (given(from) || given(messagingServiceSid));
    }

    static boolean given(String value) {
        return value != null && !value.isBlank();
    }

    /** Nothing secret. */
    @Override
    public String toString() {
        return "Twilio at " + url;
    }
}

package carequeue.adapter.email.smtp;

import carequeue.adapter.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server; without one nobody is told by email.
 *
 * @param url {@code smtp://host:587} with STARTTLS, or {@code smtps://host:465} with TLS from the first byte
 * @param plain whether a server without TLS is good enough, as one on this machine
 * @param from the sender's address; its domain is that of our message identifiers
 * @param webhookSecret with which whoever watches deliveries signs what it tells us, as {@code whsec_…}
 * @param formerWebhookSecret the one before, accepted while it is being replaced
 */
@ConfigurationProperties("carequeue.mail")
public record MailSettings(
        URI url,
        @DefaultValue("false") boolean plain,
        String username,
        Secret password,
        String from,
        Secret webhookSecret,
        Secret formerWebhookSecret,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("6s") Duration readTimeout) {

    public MailSettings {
        boolean known = url == null
                || url.toString().isBlank()
                || "smtp".equals(url.getScheme())
                || "smtps".equals(url.getScheme());
        if (!known || given(from) && !from.matches("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+")) {
            throw new IllegalArgumentException(
                    "carequeue.mail needs url smtp:// or smtps://, and from one plain address");
        }
    }

    /** Whether there is a server and a sender. */
    public boolean ready() {
        return url != null && given(url.getHost()) && given(from);
    }

    boolean implicitTls() {
        return "smtps".equals(url.getScheme());
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : implicitTls() ? 465 : 587;
    }

    static boolean given(String value) {
        return value != null && !value.isBlank();
    }

    /** Nothing secret. */
    @Override
    public String toString() {
        return "mail server " + url;
    }
}

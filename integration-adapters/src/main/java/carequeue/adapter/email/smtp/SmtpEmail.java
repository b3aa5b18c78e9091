package carequeue.adapter.email.smtp;

import carequeue.adapter.email.Email;
import carequeue.adapter.email.EmailService;
import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.secrets.Secret;
import carequeue.api.notification.DeliveryStatus;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Emails by SMTP: with TLS, whose certificate must be the server's own, unless the settings say otherwise. */
@Component
public class SmtpEmail implements EmailService {

    private final MailSettings settings;
    private final Guard guard;
    private final Clock clock;
    private final Session session;

    public SmtpEmail(MailSettings settings, Guards guards, Clock clock) {
        this.settings = settings;
        this.guard = guards.of(EMAIL);
        this.clock = clock;
        this.session = settings.ready() ? Session.getInstance(properties(settings)) : null;
    }

    private static Properties properties(MailSettings settings) {
        String protocol = settings.implicitTls() ? "mail.smtps." : "mail.smtp.";
        Properties p = new Properties();
        p.setProperty(
                protocol + "connectiontimeout",
                Long.toString(settings.connectTimeout().toMillis()));
        p.setProperty(protocol + "timeout", Long.toString(settings.readTimeout().toMillis()));
        p.setProperty(
                protocol + "writetimeout", Long.toString(settings.readTimeout().toMillis()));
        p.setProperty(protocol + "ssl.checkserveridentity", "true");
        p.setProperty(protocol + "ssl.protocols", "TLSv1.2 TLSv1.3");
        p.setProperty(protocol + "starttls.enable", "true");
        p.setProperty(protocol + "starttls.required", Boolean.toString(!settings.plain() && !settings.implicitTls()));
        p.setProperty(protocol + "auth", Boolean.toString(MailSettings.given(settings.username())));
        p.setProperty(protocol + "from", settings.from() == null ? "" : settings.from());
        return p;
    }

    @Override
    public boolean ready() {
        return settings.ready();
    }

    @Override
    public String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    @Override
    public Sent send(Email email, Call call) {
        return guard.call(() -> {
            try (Transport transport = connected()) {
                return sent(email, transport, call);
            } catch (MessagingException e) {
                // Only closing can fail here, after the server has said what it had to say.
                return Sent.taken(email.messageId(), DeliveryStatus.SENT);
            }
        });
    }

    private Sent sent(Email email, Transport transport, Call call) throws MessagingException {
        MimeMessage message = message(email);
        call.begins();
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Sent.taken(email.messageId(), DeliveryStatus.SENT);
        } catch (MessagingException e) {
            return SmtpFailures.refused(e, call);
        }
    }

    private Transport connected() {
        try {
            return MailSettings.given(settings.username()) && Secret.given(settings.password())
                    ? connected(settings.password())
                    : connected(null, null);
        } catch (MessagingException e) {
            throw SmtpFailures.notReached(e);
        }
    }

    private Transport connected(Secret password) throws MessagingException {
        String first = password.value();
        try {
            return connected(settings.username(), first);
        } catch (AuthenticationFailedException e) {
            Optional<String> other = password.instead(first);
            if (other.isEmpty()) {
                throw e;
            }
            return connected(settings.username(), other.get());
        }
    }

    private Transport connected(String name, String password) throws MessagingException {
        Transport transport = session.getTransport(settings.implicitTls() ? "smtps" : "smtp");
        transport.connect(settings.url().getHost(), settings.port(), name, password);
        return transport;
    }

    private MimeMessage message(Email email) {
        try {
            MimeMessage message = new OwnName(session, email.messageId());
            MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
            parts.setFrom(settings.from(), HeadLine.of(email.fromName()));
            parts.setTo(email.to());
            parts.setSubject(HeadLine.of(email.subject()));
            parts.setText(email.text(), email.html());
            parts.setSentDate(Date.from(clock.instant()));
            message.setHeader("List-Unsubscribe", "<" + email.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            message.setHeader("Auto-Submitted", "auto-generated");
            for (Map.Entry<String, String> mark : email.marks().entrySet()) {
                message.setHeader(mark.getKey(), mark.getValue());
            }
            message.saveChanges();
            return message;
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException("the email cannot be put together", e);
        }
    }

    /** A message that keeps the identifier it was given. */
    private static final class OwnName extends MimeMessage {
        private final String messageId;

        OwnName(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    @Override
    public void probe() {
        if (settings.ready()) {
            try (Transport transport = connected()) {
                transport.isConnected();
            } catch (MessagingException closing) {
                // It had answered.
                return;
            }
        }
    }

    @Override
    public Guard guard() {
        return guard;
    }
}

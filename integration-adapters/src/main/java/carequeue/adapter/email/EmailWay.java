package carequeue.adapter.email;

import carequeue.adapter.email.news.Tellers;
import carequeue.adapter.message.Attempts;
import carequeue.adapter.message.Call;
import carequeue.adapter.message.Look;
import carequeue.adapter.message.MessageSettings;
import carequeue.adapter.message.Outgoing;
import carequeue.adapter.message.PatientPages;
import carequeue.adapter.message.Sent;
import carequeue.adapter.message.Way;
import carequeue.adapter.message.Worded;
import carequeue.adapter.message.Wording;
import carequeue.api.notification.MessageChannel;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells patients by email. */
@Component
public class EmailWay implements Way {

    /** One mailbox and nothing beside it: no name, no list, no line break. */
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    private final EmailService service;
    private final EmailTemplates templates;
    private final MessageSettings settings;
    private final PatientPages pages;
    private final Unsubscribing unsubscribing;
    private final Tellers tellers;

    public EmailWay(
            EmailService service,
            EmailTemplates templates,
            MessageSettings settings,
            PatientPages pages,
            Unsubscribing unsubscribing,
            Tellers tellers) {
        this.service = service;
        this.templates = templates;
        this.settings = settings;
        this.pages = pages;
        this.unsubscribing = unsubscribing;
        this.tellers = tellers;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.EMAIL;
    }

    @Override
    public String service() {
        return EmailService.EMAIL;
    }

    @Override
    public boolean ready() {
        return service.ready();
    }

    @Override
    public String address(Outgoing message) {
        return message.address().strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Sent send(Outgoing message, Call call) {
        String to = message.address().strip();
        return MAILBOX.matcher(to).matches() ? service.send(email(message, to), call) : Sent.gone("invalid-address");
    }

    /** A mail server cannot be asked; the same message identifier lets the receiver's recognise a repeat. */
    @Override
    public Optional<Sent> find(Outgoing message, Attempts.Known known) {
        return Optional.empty();
    }

    @Override
    public Worded words(Wording wording) {
        return templates.render(wording);
    }

    private Email email(Outgoing message, String to) {
        URI unsubscribe = unsubscribing.link(message.said().patientId());
        Look look = settings.look(message.site());
        Worded words = words(message.wording(look, pages.of(message).orElse(null), unsubscribe.toString()));
        return new Email(
                EmailName.of(message.said(), service.domain()),
                look.site(),
                to,
                words.subject(),
                words.html(),
                words.text(),
                unsubscribe,
                tellers.marks(EmailName.of(message.said())));
    }
}

package carequeue.adapter.sms;

import carequeue.adapter.message.Attempts;
import carequeue.adapter.message.Call;
import carequeue.adapter.message.MessageSettings;
import carequeue.adapter.message.Outgoing;
import carequeue.adapter.message.PatientPages;
import carequeue.adapter.message.PublicAddress;
import carequeue.adapter.message.Sent;
import carequeue.adapter.message.Way;
import carequeue.adapter.message.Worded;
import carequeue.adapter.message.Wording;
import carequeue.api.notification.MessageChannel;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells patients by text message. */
@Component
public class SmsWay implements Way {

    private final SmsProvider provider;
    private final Attempts attempts;
    private final MessageSettings settings;
    private final PatientPages pages;
    private final PublicAddress ours;

    public SmsWay(
            SmsProvider provider, Attempts attempts, MessageSettings settings, PatientPages pages, PublicAddress ours) {
        this.provider = provider;
        this.attempts = attempts;
        this.settings = settings;
        this.pages = pages;
        this.ours = ours;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.SMS;
    }

    @Override
    public String service() {
        return SmsProvider.SMS;
    }

    @Override
    public boolean ready() {
        return provider.ready();
    }

    @Override
    public String address(Outgoing message) {
        return number(message).orElse(message.address());
    }

    @Override
    public Sent send(Outgoing message, Call call) {
        Optional<String> to = number(message);
        if (to.isEmpty() || !provider.validatePhoneNumber(to.get())) {
            return Sent.gone("invalid-number");
        }
        String from = settings.site(message.site().siteId()).from();
        return provider.sendMessage(from, to.get(), text(message), tellAt(message), call);
    }

    @Override
    public Optional<Sent> find(Outgoing message, Attempts.Known known) {
        return number(message)
                .flatMap(to -> provider.findMessage(
                        to,
                        text(message),
                        known.begunAt(),
                        sid -> attempts.byProvider(MessageChannel.SMS, sid).isEmpty()));
    }

    private Optional<String> number(Outgoing message) {
        String region = settings.site(message.site().siteId()).region();
        return PhoneNumbers.e164(message.address(), region);
    }

    private String text(Outgoing message) {
        String from = settings.site(message.site().siteId()).from();
        Wording wording =
                message.wording(settings.look(message.site()), pages.of(message).orElse(null), null);
        return SmsText.of(wording, provider.hears(from));
    }

    @Override
    public Worded words(Wording wording) {
        return new Worded(null, SmsText.of(wording, provider.hears(null)), null);
    }

    // Our own name of the attempt comes back with every word about it, also with one that overtakes the answer.
    private URI tellAt(Outgoing message) {
        return ours.of("/webhooks/twilio?message=" + message.said().notificationId() + "&attempt="
                + message.said().attempt());
    }
}

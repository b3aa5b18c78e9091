package carequeue.adapter.sms.twilio;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.outbox.NotYet;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.FromSecret;
import carequeue.adapter.sms.PhoneNumbers;
import carequeue.adapter.sms.SmsProvider;
import carequeue.api.notification.DeliveryStatus;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Text messages by Twilio. */
@Component
public class TwilioSms implements SmsProvider {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final long LOOKED_THROUGH = 200;
    /** A sender that is a name; nobody can answer it. */
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}");

    private final TwilioSettings settings;
    private final Guard guard;
    private final FromSecret<TwilioRestClient> clients;
    private final TwilioRates rates;

    public TwilioSms(TwilioSettings settings, Guards guards) {
        this.settings = settings;
        this.guard = guards.of(SMS);
        var http = settings.ready() ? new TwilioHttp(settings) : null;
        this.clients = new FromSecret<>(token -> new TwilioRestClient.Builder(settings.accountSid(), token)
                .httpClient(http)
                .build());
        this.rates = new TwilioRates(settings);
    }

    @Override
    public boolean ready() {
        return settings.ready();
    }

    @Override
    public Sent sendMessage(String from, String to, String text, URI tellAt, Call call) {
        rates.await(sender(from));
        return guard.call(() -> send(message(from, to, text).setStatusCallback(tellAt), call))
                .orElseThrow(() -> new NotYet("Twilio takes no more at the moment", BUSY));
    }

    private Optional<Sent> send(MessageCreator message, Call call) {
        call.begins();
        try {
            return Optional.of(known(twilio -> sent(message.create(twilio))));
        } catch (TwilioException e) {
            return TwilioFailures.refused(e, call);
        }
    }

    @Override
    public boolean hears(String from) {
        String sender = sender(from);
        return sender == null || !NAME.matcher(sender).matches();
    }

    private String sender(String from) {
        return TwilioSettings.given(from) ? from : settings.from();
    }

    private MessageCreator message(String from, String to, String text) {
        String sender = sender(from);
        return TwilioSettings.given(sender)
                ? Message.creator(new PhoneNumber(to), new PhoneNumber(sender), text)
                : Message.creator(new PhoneNumber(to), settings.messagingServiceSid(), text);
    }

    @Override
    public Optional<Sent> getDeliveryStatus(String messageId) {
        try {
            return Optional.of(sent(ask(twilio -> Message.fetcher(messageId).fetch(twilio))));
        } catch (OutsideFailure.NotThere unknown) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Sent> findMessage(String to, String text, Instant since, Predicate<String> ours) {
        Instant from = since.minus(CLOCKS_DIFFER);
        return ask(twilio -> StreamSupport.stream(
                        Message.reader()
                                .setTo(to)
                                .limit(LOOKED_THROUGH)
                                .read(twilio)
                                .spliterator(),
                        false)
                .filter(one -> one.getDateCreated() == null
                        || !one.getDateCreated().toInstant().isBefore(from))
                // A trial account's texts begin with a sentence of Twilio's own.
                .filter(one -> one.getBody() != null && one.getBody().endsWith(text) && ours.test(one.getSid()))
                .findFirst()
                .map(TwilioSms::sent));
    }

    @Override
    public boolean validatePhoneNumber(String phone) {
        return PhoneNumbers.e164(phone, null).isPresent();
    }

    private <T> T ask(Function<TwilioRestClient, T> question) {
        return guard.callAgain(() -> asked(question));
    }

    private <T> T asked(Function<TwilioRestClient, T> question) {
        try {
            return known(question);
        } catch (TwilioException e) {
            throw TwilioFailures.failure(e);
        }
    }

    // Who is not known has sent nothing, so it may be sent by the other token.
    private <T> T known(Function<TwilioRestClient, T> question) {
        return settings.authToken().calling(token -> question.apply(clients.of(token)), TwilioFailures::isOfOurToken);
    }

    private static Sent sent(Message message) {
        DeliveryStatus status = Optional.ofNullable(message.getStatus())
                .flatMap(word -> TwilioStatus.of(word.toString()))
                .flatMap(TwilioStatus::ours)
                .orElse(DeliveryStatus.DISPATCHED);
        String code =
                message.getErrorCode() == null ? null : message.getErrorCode().toString();
        return TwilioFailures.word(message.getSid(), status, code);
    }

    @Override
    public void probe() {
        if (settings.ready()) {
            asked(twilio -> Account.fetcher(settings.accountSid()).fetch(twilio));
        }
    }

    @Override
    public Guard guard() {
        return guard;
    }
}

package carequeue.adapter.email;

import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.inbound.Inbound;
import carequeue.adapter.message.Sent;
import carequeue.adapter.message.Word;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import carequeue.api.patient.Preferences.Consent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes in what became of emails, and who wants no more of them. */
@Component
class EmailReceipts implements Inbound {

    private final Word word;
    private final ObjectMapper json;

    EmailReceipts(Word word, ObjectMapper json) {
        this.word = word;
        this.json = json;
    }

    @Override
    public String service() {
        return EmailService.EMAIL;
    }

    @Override
    public List<Answer> take(Envelope envelope) {
        if (envelope.type().equals(UnsubscribeDoor.TYPE)) {
            return List.of(Answer.of(
                    "unsubscribed",
                    new ChangeConsent(envelope.text(), MessageChannel.EMAIL, Consent.WITHDRAWN, "email")));
        }
        JsonNode data = data(envelope);
        String kind = envelope.type().replaceFirst("^email\\.", "");
        return switch (kind) {
            case "sent" -> heard(data, DeliveryStatus.SENT, null, false, false);
            case "delivered" -> heard(data, DeliveryStatus.DELIVERED, null, false, false);
            // Whoever complains, or wants no more, has got it.
            case "complained", "unsubscribed" -> heard(data, DeliveryStatus.DELIVERED, null, true, false);
            case "bounced" -> heard(data, DeliveryStatus.UNDELIVERED, code(data, "bounced"), false, isGone(data));
            case "failed" -> heard(data, DeliveryStatus.FAILED, code(data, kind), false, false);
            case "suppressed" -> heard(data, DeliveryStatus.FAILED, code(data, kind), false, true);
            // Delayed is not yet anything; who opened what is not for us to know.
            default -> List.of();
        };
    }

    private List<Answer> heard(JsonNode data, DeliveryStatus status, String code, boolean optedOut, boolean gone) {
        String messageId = data.path("message_id").asText(null);
        Optional<Word.Name> ours = EmailName.read(messageId);
        return ours.map(name -> word.of(MessageChannel.EMAIL, ours, new Sent(messageId, status, code, optedOut, gone)))
                .orElseGet(List::of);
    }

    // A mailbox that is full, or a server that is away, may be there tomorrow.
    private static boolean isGone(JsonNode data) {
        String type = data.path("bounce").path("type").asText("");
        return type.equalsIgnoreCase("permanent")
                || type.isEmpty() && code(data, "").matches("5\\.1\\.[0-9]{1,3}");
    }

    // A code such as 5.1.1; sentences of mail servers quote addresses.
    private static String code(JsonNode data, String otherwise) {
        String code = data.path("bounce").path("code").asText(data.path("code").asText(""));
        return code.matches("[0-9]{3}|[245]\\.[0-9]{1,3}\\.[0-9]{1,3}") ? code : otherwise;
    }

    private JsonNode data(Envelope envelope) {
        try {
            return json.readTree(envelope.body()).path("data");
        } catch (IOException e) {
            throw new OutsideFailure.Rejected(EmailService.EMAIL, "told what is no JSON");
        }
    }
}

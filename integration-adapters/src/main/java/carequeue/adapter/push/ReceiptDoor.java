package carequeue.adapter.push;

import carequeue.adapter.InIntegrationRole;
import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.inbound.Envelopes;
import carequeue.adapter.inbound.Inbound;
import carequeue.adapter.message.Sent;
import carequeue.adapter.message.Word;
import carequeue.adapter.outbox.Answer;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a device says that it has shown a message: push services themselves only say that they took it. */
@RestController
@InIntegrationRole
class ReceiptDoor implements Inbound {

    private final Receipts receipts;
    private final Envelopes envelopes;
    private final Word word;

    ReceiptDoor(Receipts receipts, Envelopes envelopes, Word word) {
        this.receipts = receipts;
        this.envelopes = envelopes;
        this.word = word;
    }

    @PostMapping(Receipts.PATH + "{notification}/{attempt}/{seal}")
    ResponseEntity<Void> shown(
            @PathVariable String notification, @PathVariable String attempt, @PathVariable String seal) {
        Optional<Word.Name> name = receipts.read(notification, attempt, seal);
        if (name.isEmpty()) {
            return ResponseEntity.status(403).build();
        }
        String id = notification + "." + attempt;
        envelopes.store(PushService.PUSH, id, "shown", notification, id.getBytes(StandardCharsets.UTF_8), Map.of());
        return ResponseEntity.accepted().build();
    }

    @Override
    public String service() {
        return PushService.PUSH;
    }

    @Override
    public List<Answer> take(Envelope envelope) {
        String[] parts = envelope.text().split("\\.");
        Optional<Word.Name> name = Word.Name.of(parts[0], parts[1]);
        return word.of(MessageChannel.PUSH, name, Sent.taken(envelope.text(), DeliveryStatus.DELIVERED));
    }
}

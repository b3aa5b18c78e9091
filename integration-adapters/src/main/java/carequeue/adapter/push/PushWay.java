package carequeue.adapter.push;

import carequeue.adapter.message.Attempts;
import carequeue.adapter.message.Call;
import carequeue.adapter.message.MessageSettings;
import carequeue.adapter.message.Outgoing;
import carequeue.adapter.message.PatientPages;
import carequeue.adapter.message.Sent;
import carequeue.adapter.message.Way;
import carequeue.adapter.message.Worded;
import carequeue.adapter.message.Wording;
import carequeue.adapter.outbox.Answer;
import carequeue.api.notification.MessageChannel;
import carequeue.api.patient.DeviceCommand.ExpireDevice;
import carequeue.api.patient.PushDevices;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells patients on their device; what is shown there names the site and nothing of the patient. */
@Component
public class PushWay implements Way {

    private final Map<String, PushService> services;
    private final MessageSettings settings;
    private final PatientPages pages;
    private final Receipts receipts;

    public PushWay(List<PushService> services, MessageSettings settings, PatientPages pages, Receipts receipts) {
        this.services = services.stream().collect(Collectors.toUnmodifiableMap(PushService::kind, Function.identity()));
        this.settings = settings;
        this.pages = pages;
        this.receipts = receipts;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.PUSH;
    }

    @Override
    public String service() {
        return PushService.PUSH;
    }

    @Override
    public boolean ready() {
        return services.values().stream().anyMatch(PushService::ready);
    }

    @Override
    public String address(Outgoing message) {
        return message.address();
    }

    /** To every device of the patient; one that takes it is enough. */
    @Override
    public Sent send(Outgoing message, Call call) {
        return new ToDevices(services, push(message), call).send(PushDevices.read(message.address()));
    }

    /** No vendor can be asked; a message of the same name takes the place of the one before on the device. */
    @Override
    public Optional<Sent> find(Outgoing message, Attempts.Known known) {
        return Optional.empty();
    }

    @Override
    public List<Answer> beside(Outgoing message, Sent sent) {
        String patientId = message.said().patientId();
        return sent.lost().stream()
                .map(device -> PushDevices.id(patientId, device))
                .map(device -> Answer.of("expired:" + device, new ExpireDevice(patientId, device)))
                .toList();
    }

    @Override
    public Worded words(Wording wording) {
        ResourceBundle words = ResourceBundle.getBundle(
                "carequeue/adapter/push/words",
                wording.language(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String body = words.getString(wording.template() + "." + wording.version());
        return new Worded(wording.look().site(), body, null);
    }

    private Push push(Outgoing message) {
        Worded words = words(message.wording(settings.look(message.site()), null, null));
        String name = message.said().notificationId() + "." + message.said().attempt();
        return new Push(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                words.subject(),
                words.text(),
                pages.of(message).orElse(null),
                receipts.link(message.said()).toString(),
                message.until());
    }
}

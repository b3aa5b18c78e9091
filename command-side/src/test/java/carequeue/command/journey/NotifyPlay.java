package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;

import carequeue.api.Phi;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.patient.Contact;
import carequeue.api.patient.PatientCommand.AskContact;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** A message and its process. */
abstract class NotifyPlay {

    static final NotifyPolicy POLICY = NotifyPolicy.DEFAULT;
    static final Phi<String> PHONE = Phi.of("+15550100");
    static final Phi<String> MAIL = Phi.of("ann@example.org");
    static final Phi<String> DEVICE = Phi.of("device");
    static final Instant LATER = NOON.plusSeconds(300);
    final Play<NotifySaga> play = new Play<>(NotifySaga.class);

    static NotificationRequested requested(MessageKind kind, Instant notBefore) {
        return new NotificationRequested(
                "n1", "main", "p1", "v1", "a1", "because", kind, "placed", 1, Map.of(), notBefore, null, POLICY, NOON);
    }

    void allows(MessageChannel preferred, MessageChannel... ways) {
        Map<MessageChannel, Consent> said = new EnumMap<>(MessageChannel.class);
        for (MessageChannel way : ways) {
            said.put(way, Consent.GIVEN);
        }
        play.answering(
                AskContact.class, new Contact("p1", new Preferences("es", preferred, said), PHONE, MAIL, DEVICE));
    }

    static NotificationDispatched went(int attempt, MessageChannel way) {
        return new NotificationDispatched(
                "n1", "v1", "p1", attempt, way, PHONE, "es", "placed", 1, Map.of(), LATER, NOON);
    }

    static NotificationUndelivered lost(int attempt, MessageChannel way) {
        return new NotificationUndelivered(
                "n1", "v1", attempt, way, DeliveryStatus.UNDELIVERED, null, "no-receipt", NOON);
    }
}

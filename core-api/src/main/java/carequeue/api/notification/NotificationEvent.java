package carequeue.api.notification;

import carequeue.api.Claims;
import carequeue.api.EventName;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What happened to a notification. Times are when it occurred; {@code visitId} is null where there is no visit. */
public sealed interface NotificationEvent {

    /** The kind of key that holds the one message for a reason; its scope is the site. */
    String MESSAGE = "message";

    /** The notification it happened to. */
    String notificationId();

    /** The visit, or null. */
    String visitId();

    /** A patient is to be told something; {@code notBefore} is the end of the quiet hours, or null. */
    @EventName("notification.requested")
    record NotificationRequested(
            String notificationId,
            String siteId,
            String patientId,
            String visitId,
            String appointmentId,
            String reason,
            MessageKind kind,
            String template,
            int templateVersion,
            Map<String, String> variables,
            Instant notBefore,
            Instant expiresAt,
            NotifyPolicy policy,
            Instant at)
            implements NotificationEvent, Claims {
        @Override
        public Set<Key> takes() {
            return Set.of(new Key(MESSAGE, siteId, reason));
        }
    }

    /** It waits for the end of the quiet hours, for the {@code number}th time after the first. */
    @EventName("notification.postponed")
    record NotificationPostponed(String notificationId, String visitId, int number, Instant until, Instant at)
            implements NotificationEvent {}

    @EventName("notification.due")
    record NotificationDue(String notificationId, String visitId, Instant at) implements NotificationEvent {}

    /**
     * It goes out. The one who carries it out gives the provider a key made of notification and attempt, so that it goes out once.
     *
     * @param receiptBy until when the word that it arrived is waited for
     */
    @EventName("notification.dispatched")
    record NotificationDispatched(
            String notificationId,
            String visitId,
            @PhiSubject String patientId,
            int attempt,
            MessageChannel channel,
            @PhiField("address") Phi<String> address,
            String language,
            String template,
            int templateVersion,
            Map<String, String> variables,
            Instant receiptBy,
            Instant at)
            implements NotificationEvent {}

    @EventName("notification.sent")
    record NotificationSent(
            String notificationId, String visitId, int attempt, MessageChannel channel, String providerId, Instant at)
            implements NotificationEvent {}

    @EventName("notification.delivered")
    record NotificationDelivered(
            String notificationId, String visitId, int attempt, MessageChannel channel, String providerId, Instant at)
            implements NotificationEvent {}

    /** This way did not reach the patient; {@code code} is the provider's, or {@code no-receipt}. */
    @EventName("notification.undelivered")
    record NotificationUndelivered(
            String notificationId,
            String visitId,
            int attempt,
            MessageChannel channel,
            DeliveryStatus status,
            String providerId,
            String code,
            Instant at)
            implements NotificationEvent {}

    /** Word of an attempt came that changes nothing any more. */
    @EventName("notification.receipt-noted")
    record ReceiptNoted(
            String notificationId, String visitId, int attempt, DeliveryStatus status, String code, Instant at)
            implements NotificationEvent {}

    @EventName("notification.refused")
    record NotificationRefused(String notificationId, String visitId, String why, Instant at)
            implements NotificationEvent {}

    @EventName("notification.failed")
    record NotificationFailed(String notificationId, String visitId, String why, Instant at)
            implements NotificationEvent {}

    @EventName("notification.withdrawn")
    record NotificationWithdrawn(String notificationId, String visitId, String why, Instant at)
            implements NotificationEvent {}
}

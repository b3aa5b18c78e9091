package carequeue.api.notification;

import java.time.Instant;
import java.util.List;

/** Questions about notifications and their answers. */
public sealed interface NotificationQuery {

    /** The notifications of a visit; the answer is {@link Notifications}. */
    record FindNotifications(String visitId) implements NotificationQuery {}

    /** Several notifications. */
    record Notifications(List<NotificationView> items, String nextCursor) {}

    /** A notification as staff see it, without the address. */
    record NotificationView(
            String notificationId,
            String visitId,
            String patientId,
            MessageKind kind,
            String template,
            int templateVersion,
            NotificationState state,
            String why,
            Instant requestedAt,
            List<AttemptView> attempts) {}

    /** One attempt. */
    record AttemptView(
            int attempt, MessageChannel channel, DeliveryStatus status, String providerId, String code, Instant at) {}
}

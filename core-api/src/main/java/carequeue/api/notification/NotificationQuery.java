package carequeue.api.notification;

import java.time.Instant;
import java.util.List;

/** Questions about notifications and their answers. */
public sealed interface NotificationQuery {

    /** Notifications, the last asked first; what is null does not matter. The answer is {@link Notifications}. */
    record FindNotifications(String siteId, String visitId, NotificationState state, String cursor, int limit)
            implements NotificationQuery {}

    /** One notification; the answer is {@link NotificationView} or null. */
    record FindNotification(String notificationId) implements NotificationQuery {}

    /** Several notifications. */
    record Notifications(List<NotificationView> items, String nextCursor) {}

    /** A notification as staff see it, without the address. */
    record NotificationView(
            String notificationId,
            String siteId,
            String visitId,
            String appointmentId,
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

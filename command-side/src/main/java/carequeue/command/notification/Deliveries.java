package carequeue.command.notification;

import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.notification.NotificationEvent.NotificationDelivered;
import carequeue.api.notification.NotificationEvent.NotificationSent;
import carequeue.api.notification.NotificationEvent.NotificationUndelivered;
import carequeue.api.notification.NotificationEvent.ReceiptNoted;
import carequeue.api.notification.NotificationState;
import carequeue.command.notification.NotificationMemory.Attempt;
import java.time.Instant;

/** What word of an attempt comes to: providers speak late, twice and out of order. */
final class Deliveries {

    private Deliveries() {}

    static NotificationEvent of(NotificationMemory message, RecordDelivery c, Attempt attempt, Instant at) {
        boolean says = c.status().compareTo(attempt.status()) > 0;
        boolean last = c.attempt() == message.attempts().size();
        boolean runs = last && message.is(NotificationState.DISPATCHED, NotificationState.SENT);
        if (says && c.status() == DeliveryStatus.DELIVERED && reaches(message)) {
            return new NotificationDelivered(
                    c.notificationId(),
                    message.request().visitId(),
                    c.attempt(),
                    attempt.channel(),
                    c.providerId(),
                    at);
        } else if (says && runs && c.status() == DeliveryStatus.SENT) {
            return new NotificationSent(
                    c.notificationId(),
                    message.request().visitId(),
                    c.attempt(),
                    attempt.channel(),
                    c.providerId(),
                    at);
        } else if (says && runs) {
            return undelivered(message, c.attempt(), c.status(), c.providerId(), c.code(), at);
        }
        return new ReceiptNoted(c.notificationId(), message.request().visitId(), c.attempt(), c.status(), c.code(), at);
    }

    // Whoever was reached by a way that was given up was reached all the same.
    private static boolean reaches(NotificationMemory message) {
        return message.state().open() || message.state() == NotificationState.FAILED;
    }

    static NotificationUndelivered undelivered(
            NotificationMemory message,
            int attempt,
            DeliveryStatus status,
            String providerId,
            String code,
            Instant at) {
        return new NotificationUndelivered(
                message.request().notificationId(),
                message.request().visitId(),
                attempt,
                message.attempts().get(attempt - 1).channel(),
                status,
                providerId,
                code,
                at);
    }
}

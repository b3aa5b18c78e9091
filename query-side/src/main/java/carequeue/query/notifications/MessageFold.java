package carequeue.query.notifications;

import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.notification.NotificationEvent.NotificationDelivered;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationFailed;
import carequeue.api.notification.NotificationEvent.NotificationRefused;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.notification.NotificationEvent.NotificationSent;
import carequeue.api.notification.NotificationEvent.NotificationUndelivered;
import carequeue.api.notification.NotificationEvent.NotificationWithdrawn;
import carequeue.api.notification.NotificationEvent.ReceiptNoted;
import carequeue.api.notification.NotificationQuery.AttemptView;
import carequeue.api.notification.NotificationState;
import java.util.ArrayList;
import java.util.List;

/** The fold of a notification. */
final class MessageFold {

    private MessageFold() {}

    /** The message after an event; {@code before} is null where nothing was to be told yet. */
    static Message on(Message before, NotificationEvent event) {
        if (event instanceof NotificationRequested e) {
            return before == null ? requested(e) : before;
        } else if (before == null) {
            return null;
        } else if (event instanceof NotificationRefused e) {
            return before.now(NotificationState.REFUSED, e.why());
        } else if (event instanceof NotificationFailed e) {
            return before.now(NotificationState.FAILED, e.why());
        } else if (event instanceof NotificationWithdrawn e) {
            return before.now(NotificationState.WITHDRAWN, e.why());
        }
        return tried(before, event);
    }

    private static Message requested(NotificationRequested e) {
        Message.About about = new Message.About(
                e.notificationId(),
                e.siteId(),
                e.visitId(),
                e.appointmentId(),
                e.patientId(),
                e.kind(),
                e.template(),
                e.templateVersion(),
                e.at());
        return new Message(about, NotificationState.REQUESTED, null, List.of());
    }

    private static Message tried(Message before, NotificationEvent event) {
        if (event instanceof NotificationDispatched e) {
            List<AttemptView> all = new ArrayList<>(before.attempts());
            all.removeIf(a -> a.attempt() == e.attempt());
            all.add(new AttemptView(e.attempt(), e.channel(), DeliveryStatus.DISPATCHED, null, null, e.at()));
            return before.tried(NotificationState.DISPATCHED, all);
        } else if (event instanceof NotificationSent e) {
            return before.tried(
                    NotificationState.SENT, said(before, e.attempt(), DeliveryStatus.SENT, e.providerId(), null));
        } else if (event instanceof NotificationDelivered e) {
            return before.tried(
                    NotificationState.DELIVERED,
                    said(before, e.attempt(), DeliveryStatus.DELIVERED, e.providerId(), null));
        } else if (event instanceof NotificationUndelivered e) {
            return before.tried(
                    NotificationState.UNDELIVERED, said(before, e.attempt(), e.status(), e.providerId(), e.code()));
        }
        return event instanceof ReceiptNoted e ? noted(before, e) : before;
    }

    // A later word says more than an earlier one, whichever comes first.
    private static Message noted(Message before, ReceiptNoted e) {
        boolean more = before.attempts().stream()
                .anyMatch(a -> a.attempt() == e.attempt() && e.status().compareTo(a.status()) > 0);
        return more ? before.tried(before.state(), said(before, e.attempt(), e.status(), null, e.code())) : before;
    }

    private static List<AttemptView> said(
            Message before, int attempt, DeliveryStatus status, String providerId, String code) {
        return before.attempts().stream()
                .map(a -> a.attempt() != attempt
                        ? a
                        : new AttemptView(
                                attempt,
                                a.channel(),
                                status,
                                providerId == null ? a.providerId() : providerId,
                                code,
                                a.at()))
                .toList();
    }
}

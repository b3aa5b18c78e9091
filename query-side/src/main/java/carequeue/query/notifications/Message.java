package carequeue.query.notifications;

import carequeue.api.notification.MessageKind;
import carequeue.api.notification.NotificationQuery.AttemptView;
import carequeue.api.notification.NotificationQuery.NotificationView;
import carequeue.api.notification.NotificationState;
import java.time.Instant;
import java.util.List;

/** A notification as its fold knows it; never the address it goes to. */
record Message(About about, NotificationState state, String why, List<AttemptView> attempts) {

    /** What is to be told, and to whom. */
    record About(
            String notificationId,
            String siteId,
            String visitId,
            String appointmentId,
            String patientId,
            MessageKind kind,
            String template,
            int templateVersion,
            Instant requestedAt) {}

    Message now(NotificationState next, String because) {
        return new Message(about, next, because, attempts);
    }

    Message tried(NotificationState next, List<AttemptView> all) {
        return new Message(about, next, why, all);
    }

    NotificationView view() {
        return new NotificationView(
                about.notificationId(),
                about.siteId(),
                about.visitId(),
                about.appointmentId(),
                about.patientId(),
                about.kind(),
                about.template(),
                about.templateVersion(),
                state,
                why,
                about.requestedAt(),
                attempts);
    }
}

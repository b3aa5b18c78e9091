package carequeue.query.notifications;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.notification.NotificationQuery.FindNotification;
import carequeue.api.notification.NotificationQuery.FindNotifications;
import carequeue.api.notification.NotificationQuery.NotificationView;
import carequeue.api.notification.NotificationQuery.Notifications;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The notifications as they stand now. */
@Component
class Messages {

    private final MessageRows rows;

    Messages(MessageRows rows) {
        this.rows = rows;
    }

    /** A notification; {@link Refused.NotFound} also when it is not for the one who asks. */
    NotificationView get(String notificationId, Actor actor) {
        return rows.find(notificationId)
                .filter(message -> actor.mayEnter(message.about().siteId()))
                .map(Message::view)
                .orElseThrow(() -> new Refused.NotFound("notification", notificationId));
    }

    @QueryHandler
    NotificationView handle(FindNotification query) {
        return rows.find(query.notificationId()).map(Message::view).orElse(null);
    }

    @QueryHandler
    Notifications handle(FindNotifications query) {
        Set<String> sites = query.siteId() == null ? null : Set.of(query.siteId());
        return page(new MessageRows.Wanted(sites, query.visitId(), query.state()), query.cursor(), query.limit());
    }

    Notifications page(MessageRows.Wanted wanted, String cursor, int limit) {
        Slice<Message> page = Slice.of(rows.page(wanted, Keyset.of(cursor, Keyset.NEWEST), limit), limit);
        return new Notifications(page.items().stream().map(Message::view).toList(), page.nextCursor());
    }
}

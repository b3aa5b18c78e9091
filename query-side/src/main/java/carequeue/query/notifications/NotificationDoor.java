package carequeue.query.notifications;

import carequeue.api.Actor;
import carequeue.api.notification.NotificationQuery.NotificationView;
import carequeue.api.notification.NotificationQuery.Notifications;
import carequeue.api.notification.NotificationState;
import carequeue.api.site.Sites;
import carequeue.query.door.EntityTags;
import carequeue.query.door.Sees;
import carequeue.query.door.Slice;
import carequeue.query.door.Word;
import carequeue.query.live.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The door to what patients were told. */
@RestController
@RequestMapping("/api/notifications")
@Reads(MessageProjection.VIEW)
class NotificationDoor {

    private final Messages messages;
    private final Sites sites;
    private final EntityTags tags;

    NotificationDoor(Messages messages, Sites sites, EntityTags tags) {
        this.messages = messages;
        this.sites = sites;
        this.tags = tags;
    }

    @GetMapping
    Notifications notifications(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) String visitId,
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) String cursor,
            Actor actor,
            WebRequest request) {
        MessageRows.Wanted wanted = new MessageRows.Wanted(
                Sees.sites(siteId, actor, sites), visitId, Word.of(NotificationState.class, state, "state"));
        return tags.unlessKnown(messages.page(wanted, cursor, Slice.limit(limit)), request);
    }

    @GetMapping("/{notificationId}")
    NotificationView notification(@PathVariable String notificationId, Actor actor, WebRequest request) {
        return tags.unlessKnown(messages.get(notificationId, actor), request);
    }
}

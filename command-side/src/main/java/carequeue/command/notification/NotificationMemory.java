package carequeue.command.notification;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Refused;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.api.notification.NotificationState;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What a notification remembers, and how its events change it. */
abstract class NotificationMemory {

    @AggregateIdentifier
    private String notificationId;

    private NotificationRequested request;
    private NotificationState state;
    private final List<Attempt> attempts = new ArrayList<>();
    private int postponed;
    private boolean waits;

    /** One way that was tried, and the most that is known of it. */
    record Attempt(MessageChannel channel, DeliveryStatus status) {}

    @CommandHandlerInterceptor
    void onlyOfTheirSites(NotificationCommand c, MetaData said) {
        if (request != null && !Moment.mayEnter(said, request.siteId())) {
            throw new Refused.NotFound("notification", c.notificationId());
        }
    }

    NotificationRequested request() {
        return request;
    }

    NotificationState state() {
        return state;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    /** How often it was put off after it was asked for. */
    int postponed() {
        return postponed;
    }

    /** Whether it waits for the end of the quiet hours. */
    boolean waits() {
        return waits;
    }

    boolean is(NotificationState... anyOf) {
        return List.of(anyOf).contains(state);
    }

    void happens(NotificationEvent event, Sites sites, Moment now) {
        String siteId = event instanceof NotificationRequested first ? first.siteId() : request.siteId();
        if (!Moment.mayEnter(now.said(), siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        apply(event, MetaData.from(now.facts(siteId, sites.get(siteId).businessDay(now.at()), event.visitId())));
    }

    @EventSourcingHandler
    void on(NotificationRequested e) {
        notificationId = e.notificationId();
        request = e;
        state = NotificationState.REQUESTED;
        waits = e.notBefore() != null;
    }

    @EventSourcingHandler
    void on(NotificationPostponed e) {
        postponed = e.number();
        waits = true;
    }

    @EventSourcingHandler
    void on(NotificationDue e) {
        waits = false;
    }

    @EventSourcingHandler
    void on(NotificationDispatched e) {
        attempts.add(new Attempt(e.channel(), DeliveryStatus.DISPATCHED));
        state = NotificationState.DISPATCHED;
        waits = false;
    }

    @EventSourcingHandler
    void on(NotificationSent e) {
        note(e.attempt(), DeliveryStatus.SENT);
        state = NotificationState.SENT;
    }

    @EventSourcingHandler
    void on(NotificationDelivered e) {
        note(e.attempt(), DeliveryStatus.DELIVERED);
        state = NotificationState.DELIVERED;
    }

    @EventSourcingHandler
    void on(NotificationUndelivered e) {
        note(e.attempt(), e.status());
        state = NotificationState.UNDELIVERED;
    }

    @EventSourcingHandler
    void on(ReceiptNoted e) {
        if (e.status().compareTo(attempts.get(e.attempt() - 1).status()) > 0) {
            note(e.attempt(), e.status());
        }
    }

    @EventSourcingHandler
    void on(NotificationRefused e) {
        state = NotificationState.REFUSED;
    }

    @EventSourcingHandler
    void on(NotificationFailed e) {
        state = NotificationState.FAILED;
    }

    @EventSourcingHandler
    void on(NotificationWithdrawn e) {
        state = NotificationState.WITHDRAWN;
    }

    private void note(int attempt, DeliveryStatus status) {
        attempts.set(attempt - 1, new Attempt(attempts.get(attempt - 1).channel(), status));
    }
}

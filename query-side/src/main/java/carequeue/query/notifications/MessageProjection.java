package carequeue.query.notifications;

import carequeue.api.notification.NotificationEvent;
import carequeue.query.views.Folded;
import carequeue.query.views.Folds;
import carequeue.query.views.Part;
import carequeue.query.views.PartedView;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes what is seen of notifications. */
@Component
@ProcessingGroup(MessageProjection.VIEW)
class MessageProjection implements PartedView {

    static final String VIEW = "view.notifications";

    private static final List<Part> PARTS = List.of(new Folded<>(
            NotificationEvent.class,
            NotificationEvent::notificationId,
            MessageRows.MESSAGES,
            (before, e, told) -> MessageFold.on(before, e)));

    private final Folds folds;

    MessageProjection(Folds folds) {
        this.folds = folds;
    }

    @EventHandler
    void on(NotificationEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public List<Part> parts() {
        return PARTS;
    }
}

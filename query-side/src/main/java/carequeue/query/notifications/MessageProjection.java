package carequeue.query.notifications;

import carequeue.api.notification.NotificationEvent;
import carequeue.query.views.Folds;
import carequeue.query.views.Sheet;
import carequeue.query.views.Table;
import carequeue.query.views.Told;
import carequeue.query.views.View;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes what is seen of notifications. */
@Component
@ProcessingGroup(MessageProjection.VIEW)
class MessageProjection implements View {

    static final String VIEW = "view.notifications";

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
    public List<Table<?, ?>> tables() {
        return List.of(MessageRows.MESSAGES);
    }

    @Override
    public boolean hears(Class<?> event) {
        return NotificationEvent.class.isAssignableFrom(event);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (told.event() instanceof NotificationEvent e) {
            sheet.want(MessageRows.MESSAGES, e.notificationId());
        }
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (told.event() instanceof NotificationEvent e) {
            Message after = MessageFold.on(sheet.get(MessageRows.MESSAGES, e.notificationId()), e);
            if (after != null) {
                sheet.put(MessageRows.MESSAGES, e.notificationId(), after, told.position());
            }
        }
    }
}

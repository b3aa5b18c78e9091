package carequeue.command.notification;

import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationState;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;

/** A message about today's visit that was tried by SMS. */
final class NotificationStates extends StateTable<Notification, NotificationState> {

    NotificationStates() {
        super(Notification.class, NotificationState.class, NotificationCommand.class, "n1");
        for (NotificationState state : NotificationState.values()) {
            way(state, Messages.cameTo(state));
        }
        row(Messages.request(MessageTemplate.PLEASE_COME, Messages.TICKET, null));
        row(Messages.dispatch(MessageChannel.SMS), "by SMS");
        row(Messages.dispatch(MessageChannel.EMAIL), "by e-mail");
        for (DeliveryStatus status : DeliveryStatus.values()) {
            row(Messages.says(1, status), "says " + status);
        }
        row(new EndChannels("n1", "no-consent"));
        row(new WithdrawNotification("n1", "over"));
        row(new ElapseNotification("n1", "receipt-1"), "the wait for the receipt");
        row(new ElapseNotification("n1", "due-0"), "the quiet hours");
    }

    @Override
    protected String name() {
        return "Notification";
    }

    @Override
    protected String about() {
        return "A message about today's visit; where it went out, it was by SMS. `RecordDelivery` is what became of that attempt.";
    }

    @Override
    protected NotificationState state(Notification notification) {
        return notification.state();
    }

    @Override
    protected Sites clinic() {
        return Messages.sites();
    }
}

package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Phi;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationEvent.*;
import org.junit.jupiter.api.Test;

/**
 * Every way of a reason to tell a patient something to its end. Ways out:
 *
 * <ul>
 *   <li>delivered, by the first way or a later one
 *   <li>refused: no consent, no address, no such patient
 *   <li>failed: every way was tried, or was forbidden meanwhile
 *   <li>withdrawn: the appointment of a reminder was cancelled, moved, put right, never was, or the patient is here; the check-in was taken back
 * </ul>
 *
 * Every receipt, and every hour before which nothing is sent, is waited for with a deadline.
 */
class NotifySagaTest extends NotifyPlay {

    private static DispatchNotification out(MessageChannel way, Phi<String> address) {
        return new DispatchNotification("n1", way, "p1", address, "es");
    }

    @Test
    void itGoesByTheFirstWayThePatientAllowsUntilItArrives() {
        allows(null, MessageChannel.SMS, MessageChannel.EMAIL);
        play.tell(requested(MessageKind.VISIT, null));
        assertThat(play.order(DispatchNotification.class)).isEqualTo(out(MessageChannel.SMS, PHONE));
        play.tell(went(1, MessageChannel.SMS));
        verify(play.deadlines).schedule(Waiting.NOTIFICATION, "n1", "receipt-1", LATER);
        play.tell(new NotificationSent("n1", "v1", 1, MessageChannel.SMS, "SM1", NOON));
        play.result().expectActiveSagas(1);
        play.tell(new NotificationDelivered("n1", "v1", 1, MessageChannel.SMS, "SM1", NOON));
        verify(play.deadlines).cancel(Waiting.NOTIFICATION, "n1", "receipt-1");
        play.result().expectActiveSagas(0);
    }

    @Test
    void pushComesFirstThenTheOthersAndThenNothingIsLeft() {
        allows(null, MessageChannel.values());
        play.tell(requested(MessageKind.VISIT, null));
        assertThat(play.order(DispatchNotification.class)).isEqualTo(out(MessageChannel.PUSH, DEVICE));
        play.tell(went(1, MessageChannel.PUSH)).tell(lost(1, MessageChannel.PUSH));
        assertThat(play.order(DispatchNotification.class)).isEqualTo(out(MessageChannel.SMS, PHONE));
        play.tell(went(2, MessageChannel.SMS)).tell(lost(2, MessageChannel.SMS));
        assertThat(play.order(DispatchNotification.class)).isEqualTo(out(MessageChannel.EMAIL, MAIL));
        play.tell(went(3, MessageChannel.EMAIL)).tell(lost(3, MessageChannel.EMAIL));
        assertThat(play.order(EndChannels.class)).isEqualTo(new EndChannels("n1", "no-channel-left"));
        play.tell(new NotificationFailed("n1", "v1", "no-channel-left", NOON));
        play.result().expectActiveSagas(0);
    }

    @Test
    void thePreferredWayComesFirst() {
        allows(MessageChannel.EMAIL, MessageChannel.SMS, MessageChannel.EMAIL);
        play.tell(requested(MessageKind.VISIT, null));
        assertThat(play.order(DispatchNotification.class)).isEqualTo(out(MessageChannel.EMAIL, MAIL));
    }
}

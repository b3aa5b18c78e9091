package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.api.patient.Contact;
import carequeue.api.patient.PatientCommand.AskContact;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a message before it goes out, or after. */
class NotifyEndsSagaTest extends NotifyPlay {

    @Test
    void withoutConsentItIsRefused() {
        allows(MessageChannel.SMS);
        play.tell(requested(MessageKind.VISIT, null));
        assertThat(play.order(EndChannels.class)).isEqualTo(new EndChannels("n1", "no-consent"));
        play.tell(new NotificationRefused("n1", "v1", "no-consent", NOON));
        play.result().expectActiveSagas(0);
    }

    @Test
    void withoutAnAddressItIsRefused() {
        Preferences all = new Preferences(null, null, Map.of(MessageChannel.SMS, Consent.GIVEN));
        play.answering(AskContact.class, new Contact("p1", all, null, MAIL, null));
        play.tell(requested(MessageKind.VISIT, null));
        assertThat(play.order(EndChannels.class)).isEqualTo(new EndChannels("n1", "no-address"));
    }

    @Test
    void aPatientWhoIsNotThereCannotBeTold() {
        play.refusing(AskContact.class, new Refused.NotFound("patient", "p1")).tell(requested(MessageKind.VISIT, null));
        assertThat(play.order(EndChannels.class)).isEqualTo(new EndChannels("n1", "no-address"));
    }

    @Test
    void whoSaidStopMeanwhileIsNotWrittenToThatWay() {
        allows(null, MessageChannel.PUSH, MessageChannel.SMS);
        play.tell(requested(MessageKind.VISIT, null)).tell(went(1, MessageChannel.PUSH));
        allows(null, MessageChannel.PUSH);
        play.tell(lost(1, MessageChannel.PUSH));
        assertThat(play.order(EndChannels.class)).isEqualTo(new EndChannels("n1", "no-channel-left"));
    }

    @Test
    void aReminderWaitsForTheMorning() {
        allows(null, MessageChannel.SMS);
        play.tell(requested(MessageKind.REMINDER, LATER));
        assertThat(play.names()).isEmpty();
        verify(play.deadlines).schedule(Waiting.NOTIFICATION, "n1", "due-0", LATER);
        play.tell(new NotificationDue("n1", "v1", LATER));
        assertThat(play.names()).containsExactly("AskContact", "DispatchNotification");
        play.tell(new NotificationPostponed("n1", "v1", 1, LATER, NOON));
        verify(play.deadlines).schedule(Waiting.NOTIFICATION, "n1", "due-1", LATER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "moved", "corrected", "in-error", "arrived"})
    void aReminderDiesWithItsAppointment(String how) {
        play.tell(requested(MessageKind.REMINDER, LATER));
        Object event = switch (how) {
            case "cancelled" -> new AppointmentCancelled("a1", "ill", null, null, NOON);
            case "moved" -> new AppointmentRescheduled("a1", "lab", null, LATER, LATER, null, null, null, NOON);
            case "corrected" ->
                new AppointmentCorrected("a1", "imaging", null, "p1", LATER, LATER, null, "not lab", null, NOON);
            case "in-error" -> new AppointmentEnteredInError("a1", "twice", null, null, NOON);
            default -> new AppointmentArrived("a1", "v1", NOON);
        };
        play.tell(event);
        assertThat(play.order(WithdrawNotification.class).notificationId()).isEqualTo("n1");
        play.tell(new NotificationWithdrawn("n1", "v1", "appointment-" + how, NOON));
        play.result().expectActiveSagas(0);
    }

    @Test
    void wordOfTheVisitLivesOn() {
        allows(null, MessageChannel.SMS);
        play.tell(requested(MessageKind.VISIT, null)).tell(new AppointmentArrived("a1", "v1", NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void aCheckInThatIsTakenBackTakesItsWordsBack() {
        allows(null, MessageChannel.SMS);
        play.tell(requested(MessageKind.VISIT, null)).tell(went(1, MessageChannel.SMS));
        play.tell(new CheckInReversed("v1", "main", "p1", null, "the other one", NOON));
        assertThat(play.order(WithdrawNotification.class).why()).isEqualTo("check-in-taken-back");
        play.tell(new NotificationWithdrawn("n1", "v1", "check-in-taken-back", NOON));
        verify(play.deadlines).cancel(Waiting.NOTIFICATION, "n1", "receipt-1");
        play.result().expectActiveSagas(0);
    }

    @Test
    void theLastWayThatArrivesIsTheEndToo() {
        allows(null, MessageChannel.SMS, MessageChannel.EMAIL);
        play.tell(requested(MessageKind.VISIT, null))
                .tell(went(1, MessageChannel.SMS))
                .tell(lost(1, MessageChannel.SMS));
        play.tell(went(2, MessageChannel.EMAIL));
        verify(play.deadlines).schedule(Waiting.NOTIFICATION, "n1", "receipt-2", LATER);
        play.tell(new NotificationDelivered("n1", "v1", 2, MessageChannel.EMAIL, "m1", NOON));
        play.result().expectActiveSagas(0);
    }
}

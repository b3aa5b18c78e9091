package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.patient.Contact;
import carequeue.api.patient.PatientCommand.AskContact;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path from a reason to tell a patient something to the word that it arrived. */
class NotifySagaTest {

    private static final NotifyPolicy POLICY = NotifyPolicy.DEFAULT;
    private static final Phi<String> PHONE = Phi.of("+15550100");
    private static final Phi<String> MAIL = Phi.of("ann@example.org");
    private static final Phi<String> DEVICE = Phi.of("device");
    private static final Instant LATER = NOON.plusSeconds(300);

    private final Play<NotifySaga> play = new Play<>(NotifySaga.class);

    private static NotificationRequested requested(MessageKind kind, Instant notBefore) {
        return new NotificationRequested(
                "n1", "main", "p1", "v1", "a1", "because", kind, "placed", 1, Map.of(), notBefore, null, POLICY, NOON);
    }

    private void allows(MessageChannel preferred, MessageChannel... ways) {
        Map<MessageChannel, Consent> said = new EnumMap<>(MessageChannel.class);
        for (MessageChannel way : ways) {
            said.put(way, Consent.GIVEN);
        }
        play.answering(
                AskContact.class, new Contact("p1", new Preferences("es", preferred, said), PHONE, MAIL, DEVICE));
    }

    private static DispatchNotification out(MessageChannel way, Phi<String> address) {
        return new DispatchNotification("n1", way, "p1", address, "es");
    }

    private static NotificationDispatched went(int attempt, MessageChannel way) {
        return new NotificationDispatched(
                "n1", "v1", "p1", attempt, way, PHONE, "es", "placed", 1, Map.of(), LATER, NOON);
    }

    private static NotificationUndelivered lost(int attempt, MessageChannel way) {
        return new NotificationUndelivered(
                "n1", "v1", attempt, way, DeliveryStatus.UNDELIVERED, null, "no-receipt", NOON);
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
    @ValueSource(strings = {"cancelled", "moved", "arrived"})
    void aReminderDiesWithItsAppointment(String how) {
        play.tell(requested(MessageKind.REMINDER, LATER));
        Object event = switch (how) {
            case "cancelled" -> new AppointmentCancelled("a1", "ill", null, null, NOON);
            case "moved" -> new AppointmentRescheduled("a1", "lab", null, LATER, LATER, null, null, null, NOON);
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
}

package carequeue.command.notification;

import static carequeue.command.notification.Messages.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Claims;
import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.api.notification.NotificationState;
import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/** What becomes of a message: one for one reason, quiet hours, and word that comes in any order. */
class NotificationTest {

    private static final Map<String, String> DATE = Map.of("date", "2026-11-24");

    @Test
    void itIsAskedForOnceAndHoldsItsReason() {
        fixture(NOON)
                .givenNoPriorActivity()
                .when(request(MessageTemplate.PLEASE_COME, TICKET, null))
                .expectEvents(requested());
        fixture(NOON)
                .given(requested())
                .when(request(MessageTemplate.PLEASE_COME, TICKET, null))
                .expectNoEvents();
        assertThat(requested().takes()).containsExactly(new Claims.Key("message", "main", "because"));
    }

    @Test
    void itNamesOnlyWhatTheTemplateAllows() {
        fixture(NOON)
                .givenNoPriorActivity()
                .when(request(MessageTemplate.PLEASE_COME, Map.of("provider", "Dr Lee"), null))
                .expectNoEvents()
                .expectException(Refused.BadField.class);
    }

    @Test
    void aReminderWaitsInTheNightAndWordOfTheVisitDoesNot() {
        fixture(NIGHT)
                .givenNoPriorActivity()
                .when(request(MessageTemplate.APPOINTMENT_TOMORROW, DATE, null))
                .expectEvents(requested(MessageTemplate.APPOINTMENT_TOMORROW, DATE, MORNING, null, NIGHT));
        fixture(NIGHT)
                .givenNoPriorActivity()
                .when(request(MessageTemplate.PLEASE_COME, TICKET, null))
                .expectEvents(requested(MessageTemplate.PLEASE_COME, TICKET, null, null, NIGHT));
    }

    @Test
    void itIsDueWhenTheNightIsOver() {
        NotificationRequested reminder = requested(MessageTemplate.APPOINTMENT_TOMORROW, DATE, MORNING, null, NIGHT);
        fixture(MORNING)
                .given(reminder)
                .when(new ElapseNotification("n1", "due-0"))
                .expectEvents(new NotificationDue("n1", "v1", MORNING));
        fixture(MORNING)
                .given(reminder, new NotificationDue("n1", "v1", MORNING))
                .when(new ElapseNotification("n1", "due-0"))
                .expectNoEvents();
    }

    @Test
    void aFurtherWayThatFallsIntoTheNightWaitsTooUnlessItWouldBeTooLate() {
        NotificationUndelivered lost = undelivered(1, MessageChannel.SMS, DeliveryStatus.UNDELIVERED, null, null);
        fixture(NIGHT)
                .given(
                        requested(MessageTemplate.APPOINTMENT_TOMORROW, DATE, null, null, NOON),
                        dispatched(1, MessageChannel.SMS, NOON),
                        lost)
                .when(dispatch(MessageChannel.EMAIL))
                .expectEvents(new NotificationPostponed("n1", "v1", 1, MORNING, NIGHT));
        fixture(NIGHT)
                .given(
                        requested(MessageTemplate.APPOINTMENT_TOMORROW, DATE, null, MORNING, NOON),
                        dispatched(1, MessageChannel.SMS, NOON),
                        lost)
                .when(dispatch(MessageChannel.EMAIL))
                .expectEvents(new NotificationWithdrawn("n1", "v1", "expired", NIGHT));
    }

    @Test
    void whatIsNoLongerWorthTellingIsWithdrawn() {
        Instant before = NOON.minusSeconds(1);
        fixture(NOON)
                .given(requested(MessageTemplate.PLEASE_COME, TICKET, null, before, before))
                .when(dispatch(MessageChannel.SMS))
                .expectEvents(new NotificationWithdrawn("n1", "v1", "expired", NOON));
    }

    @Test
    void itGoesOutByAWayOnce() {
        fixture(NOON)
                .given(requested())
                .when(dispatch(MessageChannel.SMS))
                .expectEvents(dispatched(1, MessageChannel.SMS, NOON));
        fixture(NOON)
                .given(cameTo(NotificationState.UNDELIVERED))
                .when(dispatch(MessageChannel.SMS))
                .expectNoEvents()
                .expectException(Refused.AgainstRule.class);
    }

    @Test
    void itGoesToNobodyWithoutAnAddress() {
        goesToNobody(null);
        goesToNobody(new Phi.Erased<>());
    }

    private static void goesToNobody(Phi<String> address) {
        fixture(NOON)
                .given(requested())
                .when(new DispatchNotification("n1", MessageChannel.SMS, "p1", address, "es"))
                .expectNoEvents()
                .expectException(Refused.BadField.class);
    }

    @Test
    void theReceiptThatComesBeforeTheWordThatItWasSentIsEnough() {
        fixture(NOON)
                .given(requested(), dispatched(1, MessageChannel.SMS, NOON), delivered(1, MessageChannel.SMS))
                .when(says(1, DeliveryStatus.SENT))
                .expectEvents(new ReceiptNoted("n1", "v1", 1, DeliveryStatus.SENT, null, NOON));
    }

    @Test
    void wordThatComesTwiceIsNotTwice() {
        fixture(NOON)
                .given(requested(), dispatched(1, MessageChannel.SMS, NOON), sent(1, MessageChannel.SMS))
                .when(says(1, DeliveryStatus.SENT))
                .expectNoEvents();
    }

    @Test
    void whoWasReachedByAWayThatWasGivenUpIsReached() {
        fixture(NOON)
                .given(
                        requested(),
                        dispatched(1, MessageChannel.PUSH, NOON),
                        undelivered(1, MessageChannel.PUSH, DeliveryStatus.UNDELIVERED, null, "no-receipt"),
                        dispatched(2, MessageChannel.SMS, NOON))
                .when(says(1, DeliveryStatus.DELIVERED))
                .expectEvents(delivered(1, MessageChannel.PUSH));
    }

    @Test
    void failureOfAnEarlierWayDoesNotStopTheLaterOne() {
        fixture(NOON)
                .given(
                        requested(),
                        dispatched(1, MessageChannel.PUSH, NOON),
                        undelivered(1, MessageChannel.PUSH, DeliveryStatus.UNDELIVERED, null, "no-receipt"),
                        dispatched(2, MessageChannel.SMS, NOON))
                .when(says(1, DeliveryStatus.FAILED))
                .expectEvents(new ReceiptNoted("n1", "v1", 1, DeliveryStatus.FAILED, "30007", NOON));
    }

    @Test
    void theProvidersCodeIsKept() {
        fixture(NOON)
                .given(requested(), dispatched(1, MessageChannel.SMS, NOON))
                .when(says(1, DeliveryStatus.FAILED))
                .expectEvents(undelivered(1, MessageChannel.SMS, DeliveryStatus.FAILED, "SM1", "30007"));
    }

    @Test
    void itDoesNotExistForAnotherSite() {
        fixture(NOON)
                .given(requested())
                .when(new WithdrawNotification("n1", "over"), MetaData.with(Facts.SITES, "north"))
                .expectNoEvents()
                .expectException(Refused.NotFound.class);
        fixture(NOON)
                .givenNoPriorActivity()
                .when(request(MessageTemplate.PLEASE_COME, TICKET, null), MetaData.with(Facts.SITES, "north"))
                .expectNoEvents()
                .expectException(Refused.NotFound.class);
    }
}

package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.notification.NotificationCommand.WithdrawNotification;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.payment.AfterFailure;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.Basis;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.PaymentTerms;
import carequeue.api.queue.EntryNote.EntryRedFlagged;
import carequeue.api.queue.QueueCommand.EnterInError;
import carequeue.api.site.Sites;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import carequeue.api.visit.VisitEvent.ServiceAdded;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitCancelled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the other processes do when a check-in is taken back. */
class TakenBackElsewhereSagaTest extends TakenBackPlay {

    private static PaymentRequested asked() {
        PaymentTerms terms = new PaymentTerms(
                "standard/1",
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofHours(1),
                1,
                8,
                AfterFailure.HOLD,
                Map.of(),
                1000,
                false);
        return new PaymentRequested(
                "pay",
                "main",
                DAY,
                "v1",
                null,
                "p1",
                PaymentPurpose.CO_PAY,
                new Money(2500, "USD"),
                List.of(),
                new Basis(Basis.Source.BY_HAND, null, "standard", 1, List.of()),
                terms,
                null,
                null,
                "fran",
                NOON);
    }

    private static List<Object> reversed(TakenBack back, DomainEventStream placedMessage) {
        List<Object> ordered = new ArrayList<>();
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        for (Class<?> order : List.of(EnterInError.class, WithdrawArrival.class, RequestNotification.class)) {
            bus.subscribe(order.getName(), m -> ordered.add(m.getPayload()));
        }
        EventStore history = mock(EventStore.class);
        when(history.readEvents(NotificationCommand.id("main", "placed:v1"))).thenReturn(placedMessage);
        Orders orders =
                new Orders(DefaultCommandGateway.builder().commandBus(bus).build(), Runnable::run);
        Reversals reversals = new Reversals(orders, new Sites(List.of(Play.SITE)), history);
        EventMessage<?> message = GenericEventMessage.asEventMessage("any");
        if (back instanceof CheckInReversed wrong) {
            reversals.on(wrong, message);
        } else if (back instanceof VisitCancelled cancelled) {
            reversals.on(cancelled, message);
        }
        return ordered;
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void theOtherProcessesOfTheVisitEnd(TakenBack back) {
        Play<VisitCompletionSaga> way = new Play<>(VisitCompletionSaga.class);
        way.tell(joined()).tell(back).result().expectActiveSagas(0);
        Play<ElsewhereSaga> elsewhere = new Play<>(ElsewhereSaga.class);
        elsewhere.tell(joined()).tell(back).result().expectActiveSagas(0);
        Play<AddedServiceSaga> added = new Play<>(AddedServiceSaga.class);
        added.tell(new ServiceAdded("v1", "main", "p1", "lab", "a2", null, null, null, NOON))
                .tell(back);
        assertThat(added.order(WithdrawArrival.class)).isEqualTo(new WithdrawArrival("a2", "v1", back.reason()));
        added.result().expectActiveSagas(0);
        Play<VisitNotesSaga> notes = new Play<>(VisitNotesSaga.class);
        notes.tell(new EntryRedFlagged(QUEUE, "e1", "v1", "red-flags/1", NOON)).tell(back);
        assertThat(notes.order(CloseItem.class).item()).isEqualTo(OpenItem.RED_FLAG);
        notes.result().expectActiveSagas(0);
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void whatIsOwedIsVoidAndWhatWasTakenIsProposedToBeGivenBack(TakenBack back) {
        Play<CoPaySaga> open = new Play<>(CoPaySaga.class);
        open.tell(asked()).tell(back);
        assertThat(open.order(VoidPayment.class).paymentId()).isEqualTo("pay");
        Play<CoPaySaga> paid = new Play<>(CoPaySaga.class);
        Money all = new Money(2500, "USD");
        Money nothing = new Money(0, "USD");
        paid.tell(asked())
                .tell(new CashTaken("pay", "a1", 1, "till", all, all, nothing, nothing, "v1", "fran", NOON))
                .tell(back);
        assertThat(paid.names()).containsExactly("ProposeRefund");
        assertThat(paid.order(ProposeRefund.class).paymentId()).isEqualTo("pay");
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void messagesOfTheVisitAreStopped(TakenBack back) {
        Play<NotifySaga> play = new Play<>(NotifySaga.class);
        play.tell(new NotificationRequested(
                        "n1",
                        "main",
                        "p1",
                        "v1",
                        null,
                        "because",
                        MessageKind.VISIT,
                        "placed",
                        1,
                        Map.of(),
                        NOON.plusSeconds(60),
                        null,
                        NotifyPolicy.DEFAULT,
                        NOON))
                .tell(back);
        assertThat(play.order(WithdrawNotification.class))
                .isEqualTo(new WithdrawNotification("n1", "check-in-taken-back"));
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void noQueueOfTheDayKeepsAPlace(TakenBack back) {
        assertThat(reversed(back, DomainEventStream.empty()))
                .containsExactlyInAnyOrder(
                        new EnterInError("main.lab.2026-11-22", "v1", back.reason()),
                        new EnterInError(QUEUE, "v1", back.reason()),
                        new WithdrawArrival("a1", "v1", back.reason()));
    }

    @Test
    void whoWasToldOfAPlaceThatIsNotTheirsHearsThatItChanged() {
        NotificationDispatched out = new NotificationDispatched(
                "n1", "v1", "p1", 1, MessageChannel.SMS, Phi.of("555"), "en", "placed", 1, Map.of(), NOON, NOON);
        DomainEventStream told = DomainEventStream.of(new GenericDomainEventMessage<>("Notification", "n1", 0, out));
        assertThat(reversed(bothWays().get(0), told))
                .filteredOn(RequestNotification.class::isInstance)
                .singleElement()
                .satisfies(order ->
                        assertThat(((RequestNotification) order).template()).isEqualTo(MessageTemplate.VISIT_CHANGED));
    }
}

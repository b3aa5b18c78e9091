package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.Money;
import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.WentInto;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.OwedEvent.AmountRevised;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.OwedEvent.PaymentVoided;
import carequeue.api.payment.OwedEvent.PaymentWaived;
import carequeue.api.payment.OwedEvent.PaymentWrittenOff;
import carequeue.api.payment.PaymentCommand.AssignPayment;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPurpose;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose payment it is, while records are merged and taken apart; it ends when nothing is owed. */
class PaymentOwnerSagaTest {

    private final MergedRecords records = mock(MergedRecords.class);
    private final Play<PaymentOwnerSaga> play = new Play<>(PaymentOwnerSaga.class).with(records);

    @BeforeEach
    void nobodyIsMerged() {
        when(records.current(anyString())).thenAnswer(call -> call.getArgument(0));
    }

    private static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    private static PaymentRequested asked() {
        return new PaymentRequested(
                "pay",
                "main",
                LocalDate.parse("2026-11-23"),
                "v1",
                null,
                "p2",
                PaymentPurpose.CO_PAY,
                usd(2500),
                List.of(),
                null,
                null,
                null,
                null,
                "system",
                NOON);
    }

    @Test
    void itGoesWithTheRecordAndComesBack() {
        play.tell(asked());
        assertThat(play.names()).isEmpty();
        play.tell(new WentInto("p2", "p1", "m1", NOON));
        assertThat(play.order(AssignPayment.class).patientId()).isEqualTo("p1");
        play.tell(new CameApart("p2", "p1", "m1", NOON));
        assertThat(play.order(AssignPayment.class).patientId()).isEqualTo("p2");
    }

    @Test
    void askedOfAMergedRecordItIsTheOthers() {
        when(records.current("p2")).thenReturn("p1");
        play.tell(asked());
        assertThat(play.order(AssignPayment.class)).isEqualTo(new AssignPayment("pay", "p1", "the record is merged"));
    }

    @Test
    void settledItStaysWhereItIs() {
        play.tell(asked()).tell(new PaymentWaived("pay", usd(500), "x", "mia", null, "payment/1", usd(2000), NOON));
        play.result().expectActiveSagas(1);
        play.tell(new PaymentWaived("pay", usd(2000), "x", "mia", null, "payment/1", usd(0), NOON));
        play.result().expectActiveSagas(0);
        play.tell(new WentInto("p2", "p1", "m1", NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void voidedItEnds() {
        play.tell(asked()).tell(new PaymentVoided("pay", "v1", "x", NOON));
        play.result().expectActiveSagas(0);
    }

    @Test
    void whateverSettlesItIsTheEnd() {
        for (Object last : List.of(
                new AttemptCaptured("pay", "a1", PaymentMethod.LINK, "pi", usd(2500), usd(0), usd(0), "v1", NOON),
                new CashTaken("pay", "c1", 1, "t1", usd(2500), usd(2500), usd(0), usd(0), "v1", "fran", NOON),
                new AmountRevised("pay", usd(2500), usd(0), usd(0), null, "late", NOON),
                new PaymentWrittenOff("pay", usd(2500), "x", "mia", null, "payment/1", NOON))) {
            Play<PaymentOwnerSaga> other = new Play<>(PaymentOwnerSaga.class).with(records);
            other.tell(asked()).result().expectActiveSagas(1);
            other.tell(last).result().expectActiveSagas(0);
        }
    }

    @Test
    void whatIsStillOwedIsFollowed() {
        play.tell(asked());
        play.tell(new AttemptCaptured("pay", "a1", PaymentMethod.LINK, "pi", usd(2000), usd(0), usd(500), "v1", NOON));
        play.tell(new CashTaken("pay", "c1", 2, "t1", usd(100), usd(100), usd(0), usd(400), "v1", "fran", NOON));
        play.tell(new AmountRevised("pay", usd(2500), usd(2400), usd(300), null, "late", NOON));
        play.result().expectActiveSagas(1);
    }
}

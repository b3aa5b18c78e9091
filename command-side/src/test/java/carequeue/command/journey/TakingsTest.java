package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Facts;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.CashReturned;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.ReceiptCommand.IssueReceipt;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.payment.TillCommand.RecordCash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cash that moves is in its till, and all money has a receipt; nothing of it is lost in silence. */
class TakingsTest {

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final List<Object> ordered = new ArrayList<>();
    private final Takings takings = new Takings(
            new Orders(DefaultCommandGateway.builder().commandBus(bus).build(), Runnable::run));

    @BeforeEach
    void everythingIsCarriedOut() {
        bus.subscribe(RecordCash.class.getName(), m -> ordered.add(m.getPayload()));
        bus.subscribe(IssueReceipt.class.getName(), m -> ordered.add(m.getPayload()));
    }

    private static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    private static EventMessage<?> message(Object event) {
        return GenericEventMessage.asEventMessage(event)
                .andMetaData(Map.of(Facts.SITE, "main", Facts.CORRELATION_ID, "v1"));
    }

    private IssueReceipt receipt() {
        return (IssueReceipt) ordered.get(ordered.size() - 1);
    }

    @Test
    void cashIsInTheTillWithAReceiptThatShowsTheChange() {
        CashTaken e = new CashTaken("pay", "c1", 1, "t1", usd(2500), usd(3000), usd(500), usd(0), "v1", "fran", NOON);
        takings.on(e, message(e));
        assertThat(ordered.get(0)).isEqualTo(new RecordCash("t1", "c1", "pay", usd(2500)));
        assertThat(receipt().bookId()).isEqualTo("receipts.main");
        assertThat(receipt().lines()).extracting(l -> l.what()).containsExactly("cash", "tendered", "change");
    }

    @Test
    void cashHandedBackLeavesTheTill() {
        CashReturned e = new CashReturned("pay", "c1", "t1", usd(2500), "fran", NOON);
        takings.on(e, message(e));
        assertThat(ordered.get(0)).isEqualTo(new RecordCash("t1", "c1:returned", "pay", usd(-2500)));
        assertThat(receipt().amount()).isEqualTo(usd(-2500));
    }

    @Test
    void aCardHasAReceiptAndNoTill() {
        AttemptCaptured e =
                new AttemptCaptured("pay", "a1", PaymentMethod.TERMINAL, "pi_1", usd(2500), usd(0), usd(0), "v1", NOON);
        takings.on(e, message(e));
        assertThat(ordered).hasSize(1);
        assertThat(receipt().moneyId()).isEqualTo("a1");
    }

    @Test
    void aRefundHasAReceiptAndOneInCashLeavesTheTill() {
        RefundDone card = new RefundDone("pay", "r1", "re_1", usd(500), null, NOON);
        takings.on(card, message(card));
        assertThat(ordered).hasSize(1);
        RefundDone cash = new RefundDone("pay", "r2", null, usd(500), "t1", NOON);
        takings.on(cash, message(cash));
        assertThat(ordered.get(1)).isEqualTo(new RecordCash("t1", "r2", "pay", usd(-500)));
        assertThat(receipt().amount()).isEqualTo(usd(-500));
    }

    @Test
    void moneyOfNoVisitHasAReceiptOfNoVisitWhoeverOrderedIt() {
        RefundDone e = new RefundDone("pay", "r1", "re_1", usd(500), null, NOON);
        takings.on(e, message(e).andMetaData(Map.of(Facts.CORRELATION_ID, "pay")));
        assertThat(receipt().visitId()).isNull();
        takings.on(e, message(e));
        assertThat(receipt().visitId()).isEqualTo("v1");
    }

    @Test
    void whatIsRefusedStopsAloud() {
        bus.subscribe(RecordCash.class.getName(), m -> {
            throw new Refused.NotFound("till", "t1");
        });
        CashReturned e = new CashReturned("pay", "c1", "t1", usd(2500), "fran", NOON);
        assertThatThrownBy(() -> takings.on(e, message(e))).isInstanceOf(Refused.NotFound.class);
    }
}

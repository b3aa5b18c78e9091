package carequeue.command.journey;

import carequeue.api.Facts;
import carequeue.api.Money;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.CashReturned;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.ReceiptCommand;
import carequeue.api.payment.ReceiptCommand.IssueReceipt;
import carequeue.api.payment.ReceiptCommand.ReceiptLine;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.payment.TillCommand.RecordCash;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** All money that moved is in its till, where it is cash, and has its receipt. */
@Component
@ProcessingGroup("saga.takings")
public class Takings {

    private final Orders orders;

    Takings(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(CashTaken e, EventMessage<?> m) {
        cash(e, e.tillId(), e.attemptId(), e.amount(), m);
        receipt(
                e,
                e.attemptId(),
                e.amount(),
                List.of(
                        new ReceiptLine("cash", e.amount()),
                        new ReceiptLine("tendered", e.tendered()),
                        new ReceiptLine("change", e.change())),
                m);
    }

    @EventHandler
    void on(CashReturned e, EventMessage<?> m) {
        String moneyId = e.attemptId() + ":returned";
        cash(e, e.tillId(), moneyId, minus(e.amount()), m);
        receipt(e, moneyId, minus(e.amount()), List.of(new ReceiptLine("voided", minus(e.amount()))), m);
    }

    @EventHandler
    void on(AttemptCaptured e, EventMessage<?> m) {
        receipt(e, e.attemptId(), e.amount(), List.of(new ReceiptLine(e.method().toString(), e.amount())), m);
    }

    @EventHandler
    void on(RefundDone e, EventMessage<?> m) {
        if (e.tillId() != null) {
            cash(e, e.tillId(), e.refundId(), minus(e.amount()), m);
        }
        receipt(e, e.refundId(), minus(e.amount()), List.of(new ReceiptLine("refund", minus(e.amount()))), m);
    }

    private void cash(PaymentEvent e, String tillId, String entryId, Money amount, EventMessage<?> m) {
        mustBeDone(errand(e, m).send(new RecordCash(tillId, entryId, e.paymentId(), amount)));
    }

    private void receipt(PaymentEvent e, String moneyId, Money amount, List<ReceiptLine> lines, EventMessage<?> m) {
        String siteId = m.getMetaData().get(Facts.SITE).toString();
        mustBeDone(errand(e, m)
                .send(new IssueReceipt(
                        ReceiptCommand.book(siteId), siteId, moneyId, e.paymentId(), visit(e, m), amount, lines)));
    }

    /** A till or a book never refuses money that has moved; if one does, this stops aloud instead of losing it. */
    private static void mustBeDone(Orders.Answer answer) {
        if (!answer.done()) {
            throw answer.refused();
        }
    }

    private Errand errand(PaymentEvent e, EventMessage<?> m) {
        return Errand.of(orders, "takings", visit(e, m), m);
    }

    // An order about a payment of no visit may be known by the payment itself: that names no visit.
    private static String visit(PaymentEvent e, EventMessage<?> m) {
        Object visit = m.getMetaData().get(Facts.CORRELATION_ID);
        return visit == null || visit.equals(e.paymentId()) ? null : visit.toString();
    }

    private static Money minus(Money amount) {
        return new Money(-amount.amount(), amount.currency());
    }
}

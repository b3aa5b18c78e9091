package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;

import carequeue.api.Money;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BalanceCommand.NoteAsked;
import carequeue.api.claim.BalanceCommand.NoteShare;
import carequeue.api.claim.PayerEvent.ClaimAdjudicated;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentCommand.ReviseAmount;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/** The balance of a visit, and what it asks for. */
abstract class BalancePlay {

    static final EventMessage<?> MESSAGE = GenericEventMessage.asEventMessage("any");
    static final PaymentPolicy POLICY = PaymentPolicy.DEFAULT;

    final Told told = new Told(
            NoteAsked.class,
            NoteShare.class,
            RequestPayment.class,
            ReviseAmount.class,
            VoidPayment.class,
            ProposeRefund.class,
            RaiseItem.class);

    final Sites sites = new Sites(List.of(Play.SITE));

    static Money usd(long amount) {
        return new Money(amount, "USD");
    }

    static ClaimAdjudicated decided(Decision decision, boolean last) {
        Adjudication a = new Adjudication("d1", decision, usd(1), usd(1), usd(1), List.of(), null, false, List.of());
        return new ClaimAdjudicated(
                "cl", "main", "p1", "v1", 1, CoverageOrder.PRIMARY, a, usd(4000), last, 2, null, NOON);
    }
}

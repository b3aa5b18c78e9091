package carequeue.command.journey;

import carequeue.api.Money;
import carequeue.api.claim.BalanceEvent.BalanceOverpaid;
import carequeue.api.claim.BalanceEvent.BalanceOwed;
import carequeue.api.claim.BalanceEvent.Less;
import carequeue.api.payment.Basis;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentCommand.ReviseAmount;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.site.Sites;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** What a balance came to is asked of the patient, or proposed to be given back; what neither can be done with is on the visit's worklist. */
@Component
@ProcessingGroup("saga.balances")
class BalanceCourse {

    private static final String NAME = "balance-course";
    private static final String WHY = "the payers have decided";

    private final Orders orders;
    private final Sites sites;

    BalanceCourse(Orders orders, Sites sites) {
        this.orders = orders;
        this.sites = sites;
    }

    @EventHandler
    void on(BalanceOwed e, EventMessage<?> m) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        RequestPayment order = new RequestPayment(
                e.paymentId(),
                e.siteId(),
                sites.get(e.siteId()).businessDay(e.at()),
                e.visitId(),
                null,
                e.patientId(),
                PaymentPurpose.BALANCE,
                e.amount(),
                List.of(),
                basis(e.owed(), e.asked(), e.policy(), e.policyVersion()),
                e.terms(),
                null,
                null);
        if (!errand.send(order).done()) {
            Balances.differs(e.visitId(), "the patient owes " + words(e.amount()) + " more than was asked", errand);
        }
    }

    @EventHandler
    void on(BalanceOverpaid e, EventMessage<?> m) {
        PaymentPolicy policy = sites.get(e.siteId()).policies().payment();
        Basis basis = basis(e.owed(), e.asked(), policy.name(), policy.version());
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        e.less().forEach(one -> less(e.visitId(), one, basis, errand));
    }

    /** What is not collected yet comes to less; what was collected is proposed to be given back. */
    private static void less(String visitId, Less one, Basis basis, Errand errand) {
        Object change = one.after().amount() == 0
                ? new VoidPayment(one.paymentId(), WHY, null)
                : new ReviseAmount(one.paymentId(), one.after(), basis, WHY);
        Money off = new Money(
                one.before().amount() - one.after().amount(), one.after().currency());
        boolean done = errand.send(change, "less " + one.paymentId()).done()
                || errand.send(new ProposeRefund(one.paymentId(), off.amount(), WHY), "back " + one.paymentId())
                        .done();
        if (!done) {
            Balances.differs(visitId, "the patient was asked for " + words(off) + " more than they owe", errand);
        }
    }

    private static Basis basis(Money owed, Money asked, String policy, int version) {
        return new Basis(
                Basis.Source.ADJUDICATION,
                null,
                policy,
                version,
                List.of(
                        new Basis.Line("patient-share", owed.amount()),
                        new Basis.Line("asked-before", -asked.amount())));
    }

    private static String words(Money amount) {
        return amount.amount() + " " + amount.currency();
    }
}

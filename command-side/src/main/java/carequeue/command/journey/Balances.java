package carequeue.command.journey;

import carequeue.api.Money;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BalanceCommand;
import carequeue.api.claim.BalanceCommand.NoteAsked;
import carequeue.api.claim.BalanceCommand.NoteShare;
import carequeue.api.claim.BillingEvent.ClaimClosed;
import carequeue.api.claim.PayerEvent.ClaimAdjudicated;
import carequeue.api.payment.OwedEvent.AmountRevised;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.OwedEvent.PaymentVoided;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.Share;
import carequeue.api.site.Sites;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Each visit's balance hears what its patient was asked for and what the payers hold them to owe. */
@Component
@ProcessingGroup("saga.balances")
class Balances {

    private static final String NAME = "balances";

    private final Orders orders;
    private final Sites sites;
    private final EventStore history;

    Balances(Orders orders, Sites sites, EventStore history) {
        this.orders = orders;
        this.sites = sites;
        this.history = history;
    }

    @EventHandler
    void on(PaymentRequested e, EventMessage<?> m) {
        asked(e, e.amount(), m);
    }

    @EventHandler
    void on(AmountRevised e, EventMessage<?> m) {
        request(e.paymentId()).ifPresent(request -> asked(request, e.amount(), m));
    }

    @EventHandler
    void on(PaymentVoided e, EventMessage<?> m) {
        request(e.paymentId())
                .ifPresent(
                        request -> asked(request, new Money(0, request.amount().currency()), m));
    }

    /** A family's payment counts for each visit by its share. */
    private void asked(PaymentRequested request, Money amount, EventMessage<?> m) {
        if (request.purpose() == PaymentPurpose.NO_SHOW_FEE) {
            return;
        } else if (request.shares().isEmpty() && request.visitId() != null) {
            note(request, request.visitId(), request.patientId(), amount, m);
        }
        List<Share> shares = request.shares().isEmpty() ? List.of() : Share.divide(request.shares(), amount.amount());
        shares.forEach(share ->
                note(request, share.visitId(), share.patientId(), new Money(share.amount(), amount.currency()), m));
    }

    private void note(PaymentRequested request, String visitId, String patientId, Money amount, EventMessage<?> m) {
        String balanceId = BalanceCommand.id(visitId);
        Errand errand = Errand.of(orders, NAME, visitId, m);
        Orders.Answer noted = errand.send(
                new NoteAsked(balanceId, visitId, request.siteId(), patientId, request.paymentId(), amount), balanceId);
        if (!noted.done()) {
            differs(visitId, "a payment was asked for in another currency", errand);
        }
    }

    @EventHandler
    void on(ClaimAdjudicated e, EventMessage<?> m) {
        if (e.last() && e.adjudication().decision() == Decision.PROCESSED) {
            share(e.visitId(), e.siteId(), e.patientId(), e.claimId(), e.patientOwes(), m);
        }
    }

    @EventHandler
    void on(ClaimClosed e, EventMessage<?> m) {
        if (e.last()) {
            share(e.visitId(), e.siteId(), e.patientId(), e.claimId(), e.patientOwes(), m);
        }
    }

    private void share(String visitId, String siteId, String patientId, String claimId, Money owes, EventMessage<?> m) {
        Errand errand = Errand.of(orders, NAME, visitId, m);
        NoteShare order = new NoteShare(
                BalanceCommand.id(visitId),
                visitId,
                siteId,
                patientId,
                claimId,
                owes,
                sites.get(siteId).policies().payment());
        if (!errand.send(order).done()) {
            differs(visitId, "the payer's decision is in another currency", errand);
        }
    }

    static void differs(String visitId, String detail, Errand errand) {
        errand.send(new RaiseItem(visitId, OpenItem.BALANCE_DIFFERS, detail), "differs " + detail);
    }

    private Optional<PaymentRequested> request(String paymentId) {
        DomainEventStream stream = history.readEvents(paymentId);
        return stream.hasNext() && stream.next().getPayload() instanceof PaymentRequested request
                ? Optional.of(request)
                : Optional.empty();
    }
}

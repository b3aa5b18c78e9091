package carequeue.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Refused;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.OwedEvent.ApprovalAsked;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.PaymentOutcome;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What a payment remembers, and how a decision becomes its history. */
abstract class PaymentMemory {

    @AggregateIdentifier
    private String paymentId;

    private final Ledger ledger = new Ledger();

    @CommandHandlerInterceptor
    void onlyOfTheirSites(PaymentCommand c, MetaData said) {
        if (ledger.asked != null && !Moment.mayEnter(said, ledger.asked.siteId())) {
            throw new Refused.NotFound("payment", c.paymentId());
        }
    }

    Ledger ledger() {
        return ledger;
    }

    Situation situation(String siteId, MetaData said, Clock clock, Sites sites) {
        return new Situation(ledger, Moment.of(said, clock), sites.get(siteId));
    }

    /** Decides an order on what is known, and answers how the payment stands then. */
    PaymentOutcome decide(MetaData said, Clock clock, Sites sites, Function<Situation, List<PaymentEvent>> decision) {
        Situation s = situation(ledger.asked.siteId(), said, clock, sites);
        List<PaymentEvent> events = decision.apply(s);
        events.forEach(event -> happens(event, s));
        if (!events.isEmpty()) {
            follow(s);
        }
        return outcome(events);
    }

    private void follow(Situation s) {
        for (Optional<PaymentEvent> next = Consequences.next(s); next.isPresent(); next = Consequences.next(s)) {
            happens(next.get(), s);
        }
    }

    void happens(PaymentEvent event, Situation s) {
        Site site = s.site();
        String visitId = event instanceof PaymentRequested asked ? asked.visitId() : ledger.asked.visitId();
        apply(event, MetaData.from(s.now().facts(site.siteId(), site.businessDay(s.at()), visitId)));
    }

    PaymentOutcome outcome(List<PaymentEvent> events) {
        boolean missing = events.stream().anyMatch(e -> e instanceof ApprovalAsked);
        CashTaken cash = events.stream()
                .filter(CashTaken.class::isInstance)
                .map(CashTaken.class::cast)
                .findFirst()
                .orElse(null);
        String attempt = ledger.lastFirst().stream().findFirst().map(a -> a.id).orElse(null);
        return new PaymentOutcome(
                paymentId,
                Standing.of(ledger),
                ledger.money(ledger.rest()),
                attempt,
                cash == null ? null : cash.change(),
                missing);
    }

    @EventSourcingHandler
    void on(PaymentEvent e) {
        paymentId = e.paymentId();
        Fold.into(ledger, e);
    }
}

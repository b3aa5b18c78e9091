package carequeue.command.payment;

import carequeue.api.Refused;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One amount owed: it alone decides what is charged, let off and given back, and it charges once. */
@Aggregate
@Revision("2")
public class Payment extends PaymentMemory {

    protected Payment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PaymentOutcome handle(RequestPayment c, MetaData said, Clock clock, Sites sites) {
        if (ledger().asked == null) {
            if (!Moment.mayEnter(said, c.siteId())) {
                throw new Refused.NotFound("site", c.siteId());
            }
            Situation s = situation(c.siteId(), said, clock, sites);
            PaymentRequested asked = Asking.request(c, s);
            happens(asked, s);
        }
        return outcome(List.of());
    }

    @CommandHandler
    PaymentOutcome handle(CollectPayment c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Collecting.collect(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(RetryPayment c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, Collecting::retry);
    }

    @CommandHandler
    PaymentOutcome handle(CapturePayment c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Collecting.capture(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(CancelAttempt c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Collecting.cancel(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(CheckAttempt c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Collecting.check(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(PostponePayment c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Asking.postpone(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(HoldPayment c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, Asking::hold);
    }

    @CommandHandler
    PaymentOutcome handle(WaivePayment c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> LettingOff.waive(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(WriteOffPayment c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> LettingOff.writeOff(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(VoidPayment c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Voiding.of(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(RefundPayment c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Refunding.of(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(ProposeRefund c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Refunding.propose(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(ReviseAmount c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Asking.revise(c, s));
    }

    @CommandHandler
    PaymentOutcome handle(EndPaymentPatience c, MetaData said, Clock clock, Sites sites) {
        return decide(said, clock, sites, s -> Asking.patience(c, s));
    }

    @CommandHandler
    void handle(AssignPayment c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> Asking.assign(c, s));
    }

    @CommandHandler
    void handle(ReportAttempt c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> Hearing.of(c, s));
    }

    @CommandHandler
    void handle(ReportRefund c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> MoneyBack.refund(c, s));
    }

    @CommandHandler
    void handle(ReportDispute c, MetaData said, Clock clock, Sites sites) {
        decide(said, clock, sites, s -> MoneyBack.dispute(c, s));
    }
}

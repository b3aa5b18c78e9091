package carequeue.command.claim;

import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.claim.BalanceCommand.*;
import carequeue.api.claim.BalanceEvent.*;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** What is left to the patient of a visit: it alone decides what is asked for beyond, or given back, so that nothing is asked twice. */
@Aggregate
@Revision("1")
public class Balance extends BalanceMemory {

    protected Balance() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AwaitCoverage c, MetaData said, Clock clock, Sites sites) {
        if (!awaited()) {
            Moment now = Moment.of(said, clock);
            CoverageAwaited awaited =
                    new CoverageAwaited(c.balanceId(), c.visitId(), c.siteId(), c.patientId(), c.until(), now.at());
            happens(awaited, c.siteId(), sites, now);
        }
    }

    @CommandHandler
    void handle(ElapseBalance c, MetaData said, Clock clock, Sites sites) {
        if (awaits() && c.step().equals("coverage")) {
            Moment now = Moment.of(said, clock);
            happens(new CoverageWaitEnded(c.balanceId(), visitId(), now.at()), siteId(), sites, now);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(NoteAsked c, MetaData said, Clock clock, Sites sites) {
        mustBeIn(c.amount().currency());
        Long known = asked().get(c.paymentId());
        if (known == null || known != c.amount().amount()) {
            Moment now = Moment.of(said, clock);
            AskedNoted noted = new AskedNoted(
                    c.balanceId(), c.visitId(), c.siteId(), c.patientId(), c.paymentId(), c.amount(), now.at());
            happens(noted, c.siteId(), sites, now);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(NoteShare c, MetaData said, Clock clock, Sites sites) {
        mustBeIn(c.amount().currency());
        Long known = share(c.claimId());
        if (known != null && known == c.amount().amount()) {
            return;
        }
        Moment now = Moment.of(said, clock);
        ShareNoted noted = new ShareNoted(
                c.balanceId(), c.visitId(), c.siteId(), c.patientId(), c.claimId(), c.amount(), now.at());
        happens(noted, c.siteId(), sites, now);
        settle(c, sites, now);
    }

    private void settle(NoteShare c, Sites sites, Moment now) {
        String currency = c.amount().currency();
        Money owed = new Money(owed(), currency);
        Money asked = new Money(askedInAll(), currency);
        long more = owed.amount() - asked.amount();
        if (more > 0) {
            BalanceOwed event = new BalanceOwed(
                    c.balanceId(),
                    c.visitId(),
                    c.siteId(),
                    c.patientId(),
                    Ids.derived("payment", c.visitId(), "balance", Integer.toString(payments() + 1)),
                    new Money(more, currency),
                    owed,
                    asked,
                    c.policy().name(),
                    c.policy().version(),
                    c.policy().terms(),
                    now.at());
            happens(event, c.siteId(), sites, now);
        } else if (more < 0) {
            BalanceOverpaid event = new BalanceOverpaid(
                    c.balanceId(),
                    c.visitId(),
                    c.siteId(),
                    new Money(-more, currency),
                    owed,
                    asked,
                    less(-more, currency),
                    now.at());
            happens(event, c.siteId(), sites, now);
        }
    }

    /** Which payments come to less, the last one first. */
    private List<Less> less(long over, String currency) {
        List<String> last = new ArrayList<>(asked().keySet());
        Collections.reverse(last);
        List<Less> less = new ArrayList<>();
        long rest = over;
        for (String paymentId : last) {
            long before = asked().get(paymentId);
            long off = Math.min(before, rest);
            if (off > 0) {
                less.add(new Less(paymentId, new Money(before, currency), new Money(before - off, currency)));
                rest -= off;
            }
        }
        return less;
    }
}

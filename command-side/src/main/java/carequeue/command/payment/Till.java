package carequeue.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.payment.TillCommand.*;
import carequeue.api.payment.TillEvent.*;
import carequeue.command.Moment;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** The cash of one person on one business day: opened, moved by payments, counted, closed. */
@Aggregate
@Revision("1")
public class Till extends TillMemory {

    protected Till() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    TillOutcome handle(OpenTill c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        if (!Moment.mayEnter(said, c.siteId())) {
            throw new Refused.NotFound("site", c.siteId());
        }
        if (state == TillState.OPEN) {
            throw new Refused.WrongState("open", "This till is open already; count and close it first.");
        }
        if (c.cash().amount() < 0) {
            throw new Refused.BadField("/cash/amount", "is not less than nothing");
        }
        int shift = opened == null ? 1 : opened.shift() + 1;
        TillOpened open = new TillOpened(c.tillId(), c.siteId(), c.businessDay(), c.user(), shift, c.cash(), now.at());
        apply(open, MetaData.from(now.facts(c.siteId(), c.businessDay(), null)));
        return outcome();
    }

    @CommandHandler
    TillOutcome handle(RecordCash c, MetaData said, Clock clock) {
        if (!entries.containsKey(c.entryId())) {
            // What has moved is never refused; foreign money lies in the drawer, and not in the sum.
            boolean own = c.amount().currency().equals(opened.cash().currency());
            long after = own ? Math.addExact(expected, c.amount().amount()) : expected;
            boolean late = state == TillState.CLOSED;
            Moment now = Moment.of(said, clock);
            happens(new CashMoved(tillId, c.entryId(), c.paymentId(), c.amount(), money(after), late, now.at()), now);
        }
        return outcome();
    }

    @CommandHandler
    TillOutcome handle(CountTill c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        long found = counted(c.counted(), c.reason(), now);
        happens(
                new TillCounted(tillId, c.counted(), money(expected), money(found), c.reason(), by(now), now.at()),
                now);
        return outcome();
    }

    @CommandHandler
    TillOutcome handle(CloseTill c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        long found = counted(c.counted(), c.reason(), now);
        happens(new TillClosed(tillId, c.counted(), money(expected), money(found), c.reason(), by(now), now.at()), now);
        return outcome();
    }

    @CommandHandler
    TillOutcome handle(ReverseEntry c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        mustBeOpen("corrected");
        Long amount = entries.get(c.entryId());
        if (amount == null || amount == 0) {
            throw new Refused.NotFound("entry", c.entryId());
        }
        if (reversed.contains(c.entryId())) {
            throw new Refused.AgainstRule("reversed-already", "This entry was taken back already.");
        }
        happens(
                new EntryReversed(
                        tillId, c.entryId(), money(-amount), money(expected - amount), c.reason(), by(now), now.at()),
                now);
        return outcome();
    }

    /** The difference found, which nobody may pass over without a word. */
    private long counted(Money counted, String reason, Moment now) {
        if (!now.is("manager", "system") && !by(now).equals(opened.user())) {
            throw new Refused.NotAllowed("A till is counted by the one who opened it, or by a manager.");
        }
        mustBeOpen("counted");
        long found = same(counted, "/counted") - expected;
        if (counted.amount() < 0) {
            throw new Refused.BadField("/counted/amount", "is not less than nothing");
        }
        if (found != 0 && (reason == null || reason.isBlank())) {
            throw new Refused.BadField(
                    "/reason", "is needed: what was counted differs by " + found + " in minor units");
        }
        return found;
    }
}

package carequeue.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Facts;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.payment.TillCommand;
import carequeue.api.payment.TillCommand.TillOutcome;
import carequeue.api.payment.TillCommand.TillState;
import carequeue.api.payment.TillEvent;
import carequeue.api.payment.TillEvent.*;
import carequeue.command.Moment;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What a till remembers, and how its events change it. */
abstract class TillMemory {

    @AggregateIdentifier
    String tillId;

    TillOpened opened;
    TillState state;
    long expected;
    long difference;
    final Map<String, Long> entries = new LinkedHashMap<>();
    final Set<String> reversed = new HashSet<>();

    @CommandHandlerInterceptor
    void onlyOfTheirSites(TillCommand c, MetaData said) {
        if (opened != null && !Moment.mayEnter(said, opened.siteId())) {
            throw new Refused.NotFound("till", c.tillId());
        }
    }

    void mustBeOpen(String done) {
        if (state != TillState.OPEN) {
            throw new Refused.WrongState(state.toString(), "The till is " + state + " and cannot be " + done + ".");
        }
    }

    long same(Money amount, String pointer) {
        if (!amount.currency().equals(opened.cash().currency())) {
            throw new Refused.BadField(pointer + "/currency", "is not the till's own");
        }
        return amount.amount();
    }

    Money money(long amount) {
        return new Money(amount, opened.cash().currency());
    }

    static String by(Moment now) {
        return now.said().getOrDefault(Facts.ACTOR, "system").toString();
    }

    TillOutcome outcome() {
        return new TillOutcome(tillId, state, money(expected), money(difference));
    }

    void happens(TillEvent event, Moment now) {
        apply(event, MetaData.from(now.facts(opened.siteId(), opened.businessDay(), null)));
    }

    @EventSourcingHandler
    void on(TillOpened e) {
        tillId = e.tillId();
        opened = e;
        state = TillState.OPEN;
        expected = e.cash().amount();
        difference = 0;
    }

    @EventSourcingHandler
    void on(CashMoved e) {
        entries.put(e.entryId(), e.expected().amount() - expected);
        expected = e.expected().amount();
    }

    @EventSourcingHandler
    void on(EntryReversed e) {
        reversed.add(e.entryId());
        expected = e.expected().amount();
    }

    @EventSourcingHandler
    void on(TillCounted e) {
        difference = e.difference().amount();
    }

    @EventSourcingHandler
    void on(TillClosed e) {
        state = TillState.CLOSED;
        difference = e.difference().amount();
    }
}

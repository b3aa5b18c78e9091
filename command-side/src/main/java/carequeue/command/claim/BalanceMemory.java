package carequeue.command.claim;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Refused;
import carequeue.api.claim.BalanceCommand;
import carequeue.api.claim.BalanceEvent;
import carequeue.api.claim.BalanceEvent.*;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What a balance remembers: what the patient was asked for, by payment, and what they owe, by claim. */
abstract class BalanceMemory {

    @AggregateIdentifier
    private String balanceId;

    private String siteId;
    private String visitId;
    private boolean awaits;
    private boolean awaited;
    private int payments;
    private final Map<String, Long> asked = new LinkedHashMap<>();
    private final Map<String, Long> shares = new LinkedHashMap<>();
    private String currency;

    @CommandHandlerInterceptor
    void onlyOfTheirSites(BalanceCommand c, MetaData said) {
        if (siteId != null && !Moment.mayEnter(said, siteId)) {
            throw new Refused.NotFound("balance", c.balanceId());
        }
    }

    String siteId() {
        return siteId;
    }

    String visitId() {
        return visitId;
    }

    boolean awaits() {
        return awaits;
    }

    boolean awaited() {
        return awaited;
    }

    /** How many payments this balance has asked for. */
    int payments() {
        return payments;
    }

    /** What was asked by each payment, the first one first. */
    Map<String, Long> asked() {
        return asked;
    }

    long askedInAll() {
        return asked.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    long owed() {
        return shares.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /** The share of a claim, or null before it is known. */
    Long share(String claimId) {
        return shares.get(claimId);
    }

    void mustBeIn(String other) {
        if (currency != null && !currency.equals(other)) {
            throw new Refused.BadField("/amount/currency", "is not the one in which the patient was asked");
        }
    }

    void happens(BalanceEvent event, String at, Sites sites, Moment now) {
        Site site = sites.get(at);
        if (!Moment.mayEnter(now.said(), at)) {
            throw new Refused.NotFound("site", at);
        }
        apply(event, MetaData.from(now.facts(at, site.businessDay(now.at()), event.visitId())));
    }

    @EventSourcingHandler
    void on(CoverageAwaited e) {
        begins(e, e.siteId());
        awaits = true;
        awaited = true;
    }

    @EventSourcingHandler
    void on(CoverageWaitEnded e) {
        awaits = false;
    }

    @EventSourcingHandler
    void on(AskedNoted e) {
        begins(e, e.siteId());
        currency = e.amount().currency();
        asked.put(e.paymentId(), e.amount().amount());
    }

    @EventSourcingHandler
    void on(ShareNoted e) {
        begins(e, e.siteId());
        currency = e.amount().currency();
        shares.put(e.claimId(), e.amount().amount());
    }

    @EventSourcingHandler
    void on(BalanceOwed e) {
        payments++;
        asked.put(e.paymentId(), e.amount().amount());
    }

    @EventSourcingHandler
    void on(BalanceOverpaid e) {
        e.less().forEach(one -> asked.put(one.paymentId(), one.after().amount()));
    }

    private void begins(BalanceEvent e, String site) {
        balanceId = e.balanceId();
        visitId = e.visitId();
        siteId = site;
    }
}

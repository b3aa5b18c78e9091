package carequeue.command.queue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueCommand;
import carequeue.api.queue.QueueCommand.EntryOutcome;
import carequeue.api.queue.QueueEvent;
import carequeue.api.queue.QueueEvent.EntryEvent;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.PolicyAdopted;
import carequeue.api.queue.QueueEvent.QueueClosed;
import carequeue.api.queue.QueueEvent.QueueOpened;
import carequeue.api.queue.QueueEvent.QueuePaused;
import carequeue.api.queue.QueueEvent.QueueResumed;
import carequeue.api.queue.QueueState;
import carequeue.api.site.Site;
import carequeue.command.Moment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What a queue remembers, how its events change it, and how it applies them. */
abstract class QueueMemory {

    @AggregateIdentifier
    private String queueId;

    private QueueOpened opened;
    private CallingPolicy policy;
    private QueueState state;
    private final Line line = new Line();

    @CommandHandlerInterceptor
    void onlyOfTheirSites(QueueCommand c, MetaData said) {
        if (opened != null && !Moment.mayEnter(said, opened.siteId())) {
            throw new Refused.NotFound("queue", c.queueId());
        }
    }

    String queueId() {
        return queueId;
    }

    QueueOpened opened() {
        return opened;
    }

    QueueState state() {
        return state;
    }

    Line line() {
        return line;
    }

    CallingPolicy policy() {
        return policy;
    }

    Rules rules(Site site) {
        return new Rules(site, opened.serviceId());
    }

    /** Opens the queue where nobody did; refused, naming the next opening, when it was closed. */
    void open(String id, Site site, String serviceId, LocalDate day, Moment now) {
        if (!Moment.mayEnter(now.said(), site.siteId())) {
            throw new Refused.NotFound("site", site.siteId());
        }
        if (state == QueueState.CLOSED) {
            throw new Rules(site, serviceId).closedFor(day);
        }
        if (opened == null) {
            if (!id.equals(Ids.queue(site.siteId(), serviceId, day))) {
                throw new Refused.BadField("/queueId", "is not the queue of this site, service and day");
            }
            String prefix = site.service(serviceId)
                    .orElseThrow(() -> new Refused.NotFound("service", serviceId))
                    .prefix();
            CallingPolicy calling = site.policies().calling();
            QueueOpened first = new QueueOpened(id, site.siteId(), serviceId, day, prefix, calling);
            apply(first, MetaData.from(now.facts(site.siteId(), day, null)));
        }
    }

    /** Goes on under a newer version of the calling policy; a node that does not know it yet changes nothing. */
    void adopt(CallingPolicy calling, Moment now) {
        if (calling.version() > policy.version()) {
            happens(new PolicyAdopted(queueId, calling, now.at()), now);
        }
    }

    /** Something happened to the queue as a whole. */
    void happens(QueueEvent event, Moment now) {
        apply(event, MetaData.from(now.facts(opened.siteId(), opened.businessDay(), null)));
    }

    /** Something happened to one entry; its visit correlates the event. */
    EntryOutcome happens(EntryEvent event, String visitId, Moment now) {
        apply(event, MetaData.from(now.facts(opened.siteId(), opened.businessDay(), visitId)));
        return outcome(event.entryId());
    }

    /** One step of an entry. */
    EntryOutcome step(String entryId, MetaData said, Clock clock, Function<Steps, EntryEvent> decision) {
        Moment now = Moment.of(said, clock);
        Steps steps = steps(entryId, now);
        return happens(decision.apply(steps), steps.visitId(), now);
    }

    /** What one order about an entry comes to, be it nothing or several steps. */
    EntryOutcome steps(String entryId, MetaData said, Clock clock, Function<Steps, List<EntryEvent>> decision) {
        Moment now = Moment.of(said, clock);
        Steps steps = steps(entryId, now);
        decision.apply(steps).forEach(event -> happens(event, steps.visitId(), now));
        return outcome(entryId);
    }

    Steps steps(String entryId, Moment now) {
        line.get(entryId).mustNotBeBefore(now);
        return new Steps(line.get(entryId), queueId, policy, now.at());
    }

    EntryOutcome outcome(String entryId) {
        return new EntryOutcome(entryId, line.get(entryId).state());
    }

    @EventSourcingHandler
    void on(QueueOpened e) {
        queueId = e.queueId();
        opened = e;
        policy = e.policy();
        state = QueueState.OPEN;
    }

    @EventSourcingHandler
    void on(PolicyAdopted e) {
        policy = e.policy();
    }

    @EventSourcingHandler
    void on(QueuePaused e) {
        state = QueueState.PAUSED;
    }

    @EventSourcingHandler
    void on(QueueResumed e) {
        state = QueueState.OPEN;
    }

    @EventSourcingHandler
    void on(QueueClosed e) {
        state = QueueState.CLOSED;
    }

    @EventSourcingHandler
    void on(EntryJoined e) {
        line.joined(e, opened.prefix());
    }

    @EventSourcingHandler
    void on(EntryEvent e) {
        line.happened(e);
    }
}

package carequeue.command.queue;

import static carequeue.api.queue.QueueState.CLOSED;
import static carequeue.api.queue.QueueState.OPEN;
import static carequeue.api.queue.QueueState.PAUSED;

import carequeue.api.Refused;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.queue.QueueState;
import carequeue.api.site.Site;
import carequeue.api.site.Site.ServicePoint;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** The waiting line of one service on one day: it alone decides who gets which place and who is called. */
@Aggregate(snapshotTriggerDefinition = "queueSnapshots")
@Revision("1")
public class Queue extends QueueMemory {

    protected Queue() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenQueue c, MetaData said, Clock clock, Sites sites) {
        open(c.queueId(), sites.get(c.siteId()), c.serviceId(), c.businessDay(), Moment.of(said, clock));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Joined handle(JoinQueue c, MetaData said, Clock clock, Sites sites) {
        if (line().find(c.entryId()).isEmpty()) {
            Moment now = Moment.of(said, clock);
            Site site = sites.get(c.siteId());
            new Rules(site, c.serviceId()).mustBeOpen(now.at());
            open(c.queueId(), site, c.serviceId(), c.businessDay(), now);
            line().mustNotBeTwice(c.patientId(), c.entryId());
            happens(line().place(c, opened().prefix(), now.at()), c.visitId(), now);
        }
        return new Joined(c.entryId(), line().get(c.entryId()).joined().ticket());
    }

    @CommandHandler
    void handle(PauseQueue c, MetaData said, Clock clock) {
        must(OPEN, "paused");
        happens(new QueuePaused(queueId()), Moment.of(said, clock));
    }

    @CommandHandler
    void handle(ResumeQueue c, MetaData said, Clock clock) {
        must(PAUSED, "resumed");
        happens(new QueueResumed(queueId()), Moment.of(said, clock));
    }

    @CommandHandler
    void handle(CloseQueue c, MetaData said, Clock clock, Sites sites) {
        if (state() == CLOSED) {
            throw rules(sites).closedFor(opened().businessDay());
        }
        happens(new QueueClosed(queueId()), Moment.of(said, clock));
    }

    @CommandHandler
    Called handle(CallNext c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        EntryCalled call = calls(c.servicePoint(), sites, now).next().orElse(null);
        if (call == null) {
            return null;
        }
        happens(call, call.visitId(), now);
        return new Called(call.entryId(), call.ticket());
    }

    @CommandHandler
    EntryOutcome handle(CallEntry c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        EntryCalled call = calls(c.servicePoint(), sites, now).chosen(line().get(c.entryId()), c.reason());
        return happens(call, call.visitId(), now);
    }

    @CommandHandler
    EntryOutcome handle(RecallEntry c, MetaData said, Clock clock) {
        return step(c.entryId(), said, clock, Steps::recall);
    }

    @CommandHandler
    EntryOutcome handle(StartService c, MetaData said, Clock clock) {
        return step(c.entryId(), said, clock, Steps::start);
    }

    @CommandHandler
    EntryOutcome handle(CompleteService c, MetaData said, Clock clock, Sites sites) {
        return step(c.entryId(), said, clock, steps -> steps.complete(c.next(), rules(sites)));
    }

    @CommandHandler
    EntryOutcome handle(HoldEntry c, MetaData said, Clock clock) {
        return step(c.entryId(), said, clock, steps -> steps.hold(c.reason()));
    }

    @CommandHandler
    EntryOutcome handle(ReleaseEntry c, MetaData said, Clock clock) {
        return step(c.entryId(), said, clock, Steps::release);
    }

    @CommandHandler
    EntryOutcome handle(MarkNoShow c, MetaData said, Clock clock) {
        return step(c.entryId(), said, clock, Steps::noShow);
    }

    @CommandHandler
    EntryOutcome handle(BringBack c, MetaData said, Clock clock) {
        return step(c.entryId(), said, clock, steps -> steps.bringBack(line()));
    }

    @CommandHandler
    EntryOutcome handle(TransferEntry c, MetaData said, Clock clock, Sites sites) {
        String siteId = c.siteId() == null ? opened().siteId() : c.siteId();
        if (siteId.equals(opened().siteId()) && c.serviceId().equals(opened().serviceId())) {
            throw new Refused.AgainstRule("same-queue", "The patient waits in this queue already.");
        }
        Rules there = new Rules(sites.get(siteId), c.serviceId());
        return step(c.entryId(), said, clock, steps -> steps.transfer(c, there));
    }

    @CommandHandler
    EntryOutcome handle(Prioritize c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        if (!now.is("clinician", "manager")) {
            throw new Refused.NotAllowed("Only a clinician sets the acuity.");
        }
        Steps steps = steps(c.entryId(), now);
        steps.prioritize(c).forEach(event -> happens(event, steps.visitId(), now));
        return outcome(c.entryId());
    }

    @CommandHandler
    EntryOutcome handle(Leave c, MetaData said, Clock clock) {
        return step(c.entryId(), said, clock, steps -> steps.leave(c.reason()));
    }

    @CommandHandler
    EntryOutcome handle(UndoStep c, MetaData said, Clock clock) {
        return step(c.entryId(), said, clock, steps -> steps.undo(line()));
    }

    @CommandHandler
    EntryOutcome handle(MarkElsewhere c, MetaData said, Clock clock) {
        if (line().get(c.entryId()).elsewhere() == c.elsewhere()) {
            return outcome(c.entryId());
        }
        return step(c.entryId(), said, clock, steps -> steps.elsewhere(c.elsewhere()));
    }

    private Calls calls(String servicePoint, Sites sites, Moment now) {
        if (state() == PAUSED) {
            throw new Refused.WrongState(state().toString(), "The queue is paused; resume it to call.");
        }
        ServicePoint point = rules(sites).point(servicePoint);
        return new Calls(line(), opened().policy(), point, now.at());
    }

    private void must(QueueState needed, String done) {
        if (state() != needed) {
            throw new Refused.WrongState(
                    state().toString(),
                    "The queue is " + state() + "; only one that is " + needed + " can be " + done + ".");
        }
    }
}

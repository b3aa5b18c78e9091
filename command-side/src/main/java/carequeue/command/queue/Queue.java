package carequeue.command.queue;

import static carequeue.api.queue.QueueState.PAUSED;

import carequeue.api.Refused;
import carequeue.api.queue.CallingOrder;
import carequeue.api.queue.EntryNote.EntryRedFlagged;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.site.Site;
import carequeue.api.site.Site.ServicePoint;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** The waiting line of one service on one day: it alone decides who gets which place and who is called. */
@Aggregate(snapshotTriggerDefinition = "queueSnapshots", cache = "remembered")
@Revision("3")
public class Queue extends QueueDay {

    protected Queue() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenQueue c, MetaData said, Clock clock) {
        open(c.queueId(), c.site(), c.serviceId(), c.businessDay(), Moment.of(said, clock));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Joined handle(JoinQueue c, MetaData said, Clock clock) {
        if (line().find(c.entryId()).isEmpty()) {
            Moment now = Moment.of(said, clock);
            new Rules(c.site(), c.serviceId()).mustBeOpen(now.at());
            open(c.queueId(), c.site(), c.serviceId(), c.businessDay(), now);
            adopt(c.site().policies().calling(), now);
            line().mustNotBeTwice(c.patientId(), c.entryId());
            happens(line().place(c, opened().prefix(), now.at()), c.visitId(), now);
            note(c, now);
        }
        return new Joined(c.entryId(), line().get(c.entryId()).joined().ticket());
    }

    private void note(JoinQueue c, Moment now) {
        if (c.alarm() != null) {
            happens(new EntryRedFlagged(queueId(), c.entryId(), c.visitId(), c.alarm(), now.at()), c.visitId(), now);
        }
        if (c.providerId() != null && c.site().away().contains(c.providerId())) {
            Providers providers = new Providers(line(), queueId(), now.at());
            happens(providers.missing(line().get(c.entryId())), c.visitId(), now);
        }
    }

    @CommandHandler
    Called handle(CallNext c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        EntryCalled call =
                calls(c.servicePoint(), c.elsewhere(), c.site(), now).next().orElse(null);
        if (call == null) {
            return null;
        }
        happens(call, call.visitId(), now);
        return new Called(call.entryId(), call.ticket());
    }

    @CommandHandler
    EntryOutcome handle(CallEntry c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        EntryCalled call = calls(c.servicePoint(), Set.of(), c.site(), now).chosen(line().get(c.entryId()), c.reason());
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
    EntryOutcome handle(CompleteService c, MetaData said, Clock clock) {
        return step(c.entryId(), said, clock, steps -> steps.complete(c.next(), rules(c.site())));
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
    EntryOutcome handle(TransferEntry c, MetaData said, Clock clock) {
        if (c.site().siteId().equals(opened().siteId()) && c.serviceId().equals(opened().serviceId())) {
            throw new Refused.AgainstRule("same-queue", "The patient waits in this queue already.");
        }
        Rules there = new Rules(c.site(), c.serviceId());
        return step(c.entryId(), said, clock, steps -> steps.transfer(c, there));
    }

    @CommandHandler
    EntryOutcome handle(Prioritize c, MetaData said, Clock clock) {
        if (!Moment.of(said, clock).is("clinician", "manager")) {
            throw new Refused.NotAllowed("Only a clinician sets the acuity.");
        }
        return steps(c.entryId(), said, clock, steps -> steps.prioritize(c));
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

    @CommandHandler
    EntryOutcome handle(AssignProvider c, MetaData said, Clock clock) {
        return steps(c.entryId(), said, clock, steps -> steps.assign(c));
    }

    @CommandHandler
    EntryOutcome handle(NeedPoint c, MetaData said, Clock clock) {
        return steps(c.entryId(), said, clock, steps -> steps.need(c, rules(c.site())));
    }

    @CommandHandler
    EntryOutcome handle(WaitForProvider c, MetaData said, Clock clock) {
        return steps(c.entryId(), said, clock, Steps::awaitProvider);
    }

    @CommandHandler
    LineUp handle(AskLine c, Clock clock) {
        return new LineUp(new CallingOrder(policy())
                .order(line().callable(e -> e.mayGoTo(null), Set.of()), clock.instant()).stream()
                        .map(next -> line().get(next.entryId()).joined())
                        .map(j -> new InLine(j.entryId(), j.visitId(), j.patientId(), j.ticket()))
                        .toList());
    }

    private Calls calls(String servicePoint, Set<String> elsewhere, Site site, Moment now) {
        if (state() == PAUSED) {
            throw new Refused.WrongState(state().toString(), "The queue is paused; resume it to call.");
        }
        Rules rules = rules(site);
        ServicePoint point = rules.point(servicePoint);
        adopt(site.policies().calling(), now);
        return new Calls(line(), policy(), rules, point, elsewhere, now.at());
    }
}

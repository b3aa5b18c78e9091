package carequeue.command.site;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Refused;
import carequeue.api.site.Dated;
import carequeue.api.site.Policies;
import carequeue.api.site.SetUp;
import carequeue.api.site.SiteCommand;
import carequeue.api.site.SiteCommand.*;
import carequeue.api.site.SiteEvent;
import carequeue.api.site.SiteEvent.*;
import carequeue.api.site.SiteHistory;
import carequeue.command.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One clinic location: set up in versions that hold from an instant on, with those who are signed on. */
@Aggregate(snapshotTriggerDefinition = "queueSnapshots")
@Revision("1")
public class Site {

    @AggregateIdentifier
    private String siteId;

    private SiteHistory history;

    protected Site() {}

    @CommandHandlerInterceptor
    void onlyOfTheirSites(SiteCommand c, MetaData said) {
        if (history != null && !Moment.mayEnter(said, siteId)) {
            throw new Refused.NotFound("site", c.siteId());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    int handle(FoundSite c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        mustBeGood(c.setUp());
        happens(new SiteSetUp(c.siteId(), 1, c.setUp(), now.at(), now.at()), now);
        Policies first = c.policies() == null ? Policies.DEFAULT : c.policies();
        for (String name : Policies.names()) {
            Policies only = Policies.only(first.get(name));
            happens(new PolicySet(c.siteId(), name, first.get(name).version(), only, now.at(), now.at()), now);
        }
        return 1;
    }

    @CommandHandler
    int handle(ChangeSite c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        Instant from = from(c.effectiveFrom(), now);
        int last = history.lastVersion();
        if (c.basedOn() != last) {
            throw new Refused.WrongState(
                    "version-" + last, "The site was set up otherwise meanwhile: it is at version " + last + ".");
        }
        mustBeGood(c.setUp());
        Dated<SetUp> before = history.setUps().get(history.setUps().size() - 1);
        if (before.value().equals(c.setUp()) && !from.isBefore(before.from())) {
            return last;
        }
        happens(new SiteSetUp(siteId, last + 1, c.setUp(), from, now.at()), now);
        return last + 1;
    }

    @CommandHandler
    int handle(SetPolicy c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        Instant from = from(c.effectiveFrom(), now);
        List<Dated<Policies>> versions = history.versions(c.policy());
        int last = versions.isEmpty() ? 1 : versions.get(versions.size() - 1).version();
        int next = c.to().get(c.policy()).version();
        c.to().get(c.policy()).mustBeUsable();
        if (next != last + 1) {
            throw new Refused.WrongState(
                    "version-" + last, "The policy was changed meanwhile: it is at version " + last + ".");
        }
        happens(new PolicySet(siteId, c.policy(), next, c.to(), from, now.at()), now);
        return next;
    }

    @CommandHandler
    void handle(SignOn c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        points(now).signOn(c.servicePoint(), c.providerId()).forEach(event -> happens(event, now));
    }

    @CommandHandler
    void handle(SignOff c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        points(now).signOff(c.servicePoint(), c.providerId()).forEach(event -> happens(event, now));
    }

    @CommandHandler
    void handle(ReportUnavailable c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        Instant from = c.from() == null ? now.at() : c.from();
        points(now).mustKnow(c.providerId());
        if (c.until() != null && !c.until().isAfter(from)) {
            throw new Refused.BadField("/until", "is not after from");
        }
        var absence = new SiteHistory.Absence(c.providerId(), from, c.until());
        boolean known = history.absences().stream()
                .anyMatch(a -> a.equals(absence)
                        || c.from() == null
                                && Objects.equals(a.until(), c.until())
                                && !a.from().isAfter(from)
                                && a.providerId().equals(c.providerId()));
        if (!known) {
            happens(new ProviderUnavailable(siteId, c.providerId(), from, c.until(), c.reason(), now.at()), now);
        }
    }

    @CommandHandler
    void handle(ReportAvailable c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        if (history.absences().stream().anyMatch(a -> a.providerId().equals(c.providerId()))) {
            happens(new ProviderAvailable(siteId, c.providerId(), now.at()), now);
        }
    }

    SiteHistory history() {
        return history;
    }

    @CommandHandler
    void handle(BeginTask c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        happens(new TaskDue(siteId, c.task(), c.day(), c.from(), now.at()), now);
    }

    private Points points(Moment now) {
        return new Points(history.at(now.at()), now.at());
    }

    private static void mustBeGood(SetUp setUp) {
        if (!setUp.faults().isEmpty()) {
            throw new Refused.BadField(setUp.faults());
        }
    }

    private static Instant from(Instant effectiveFrom, Moment now) {
        if (effectiveFrom == null) {
            return now.at();
        }
        if (effectiveFrom.isBefore(now.at())) {
            throw new Refused.BadField("/effectiveFrom", "is in the past; what was decided then stays as it was");
        }
        return effectiveFrom;
    }

    private void happens(SiteEvent event, Moment now) {
        carequeue.api.site.Site here = SiteHistory.on(history, event).at(now.at());
        apply(event, MetaData.from(now.facts(event.siteId(), here.businessDay(now.at()), null)));
    }

    @EventSourcingHandler
    void on(SiteEvent e) {
        siteId = e.siteId();
        history = SiteHistory.on(history, e);
    }
}

package carequeue.command.claim;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Refused;
import carequeue.api.claim.ClaimCommand;
import carequeue.api.claim.ClaimCommand.ClaimOutcome;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What a claim remembers, and how a decision becomes its history. */
abstract class ClaimMemory {

    @AggregateIdentifier
    private String claimId;

    private final Dossier dossier = new Dossier();

    @CommandHandlerInterceptor
    void onlyOfTheirSites(ClaimCommand c, MetaData said) {
        if (dossier.drafted != null && !Moment.mayEnter(said, dossier.drafted.siteId())) {
            throw new Refused.NotFound("claim", c.claimId());
        }
    }

    Dossier dossier() {
        return dossier;
    }

    /** Decides an order on what is known, and answers how the claim stands then. */
    ClaimOutcome decide(
            String siteId, MetaData said, Clock clock, Sites sites, Function<Situation, List<ClaimEvent>> decision) {
        Site site = sites.get(siteId);
        Situation s = new Situation(dossier, Moment.of(said, clock), site);
        String before = dossier.drafted == null ? null : dossier.drafted.visitId();
        decision.apply(s)
                .forEach(event -> apply(
                        event,
                        MetaData.from(s.now()
                                .facts(siteId, site.businessDay(s.at()), before == null ? event.visitId() : before))));
        return new ClaimOutcome(claimId, dossier.state, dossier.submission, Dossier.pointers(dossier.missing()));
    }

    ClaimOutcome decide(MetaData said, Clock clock, Sites sites, Function<Situation, List<ClaimEvent>> decision) {
        return decide(dossier.drafted.siteId(), said, clock, sites, decision);
    }

    @EventSourcingHandler
    void on(ClaimEvent e) {
        claimId = e.claimId();
        Fold.into(dossier, e);
    }
}

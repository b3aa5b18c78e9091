package carequeue.command.eligibility;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.eligibility.EligibilityEvent.EligibilityRequested;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.site.Sites;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** At which site a check was asked for, asked of history itself, and by which rules payers are asked there now. */
@Component
class KnownChecks {

    private final EventStore history;
    private final Sites sites;

    KnownChecks(EventStore history, Sites sites) {
        this.history = history;
        this.sites = sites;
    }

    /** The rules of the check's site; a check of a site that the actor may not enter does not exist. */
    EligibilityPolicy policy(String checkId, Actor actor) {
        DomainEventStream stream = history.readEvents(checkId);
        if (stream.hasNext()
                && stream.next().getPayload() instanceof EligibilityRequested asked
                && actor.mayEnter(asked.siteId())) {
            return sites.get(asked.siteId()).policies().eligibility();
        }
        throw new Refused.NotFound("eligibility check", checkId);
    }
}

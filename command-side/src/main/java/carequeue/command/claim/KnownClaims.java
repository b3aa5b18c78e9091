package carequeue.command.claim;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** How a claim was drafted, asked of history itself and not of a view that may lag behind. */
@Component
class KnownClaims {

    private final EventStore history;

    KnownClaims(EventStore history) {
        this.history = history;
    }

    /** A claim as it was drafted; one of a site that the actor may not enter does not exist. */
    ClaimDrafted drafted(String claimId, Actor actor) {
        DomainEventStream stream = history.readEvents(claimId);
        if (stream.hasNext()
                && stream.next().getPayload() instanceof ClaimDrafted drafted
                && actor.mayEnter(drafted.siteId())) {
            return drafted;
        }
        throw new Refused.NotFound("claim", claimId);
    }
}

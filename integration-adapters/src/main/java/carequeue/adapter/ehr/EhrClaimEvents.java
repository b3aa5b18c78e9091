package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Outbox;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.ClaimContent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Hears that a claim was begun, for which the EHR may know what was done. */
@Component
@ProcessingGroup("effect.ehr")
@DisallowReplay
public class EhrClaimEvents {

    private final Outbox outbox;
    private final ReadCharges charges;

    public EhrClaimEvents(Outbox outbox, ReadCharges charges) {
        this.outbox = outbox;
        this.charges = charges;
    }

    @EventHandler
    void on(ClaimDrafted event, DomainEventMessage<?> message, TrackingToken token) {
        // What went to a payer before goes to the next one as it was.
        if (ClaimContent.NONE.equals(event.content())) {
            String key = "charges:" + event.claimId();
            outbox.plan(message, token.position().orElse(0), charges, key, event.visitId());
        }
    }
}

package carequeue.adapter.claims;

import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.Outbox;
import carequeue.api.claim.BillingEvent.ClaimStatusRequested;
import carequeue.api.claim.BillingEvent.ClaimSubmitted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Hears which bills are to be sent or asked about and takes it down; it never calls out. A bill that a payer passed on by itself is neither. */
@Component
@ProcessingGroup("effect.claims")
@DisallowReplay
public class ClaimEvents {

    private final Outbox outbox;
    private final SubmitBill submit;
    private final AskStatus ask;

    public ClaimEvents(Outbox outbox, SubmitBill submit, AskStatus ask) {
        this.outbox = outbox;
        this.submit = submit;
        this.ask = ask;
    }

    @EventHandler
    void on(ClaimSubmitted event, DomainEventMessage<?> message, TrackingToken token) {
        plan(submit, event.claimId(), event.visitId(), message, token);
    }

    @EventHandler
    void on(ClaimStatusRequested event, DomainEventMessage<?> message, TrackingToken token) {
        plan(ask, event.claimId(), event.visitId(), message, token);
    }

    private void plan(Effect effect, String claim, String visit, DomainEventMessage<?> message, TrackingToken token) {
        outbox.plan(message, token.position().orElse(0), effect, "claim:" + claim, visit);
    }
}

package carequeue.adapter.payment;

import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.Outbox;
import carequeue.api.Facts;
import carequeue.api.payment.AttemptEvent.AttemptAuthorised;
import carequeue.api.payment.AttemptEvent.AttemptCancelled;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.AttemptCheckRequested;
import carequeue.api.payment.AttemptEvent.AttemptFailed;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptEvent.CancelRequested;
import carequeue.api.payment.AttemptEvent.CaptureRequested;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.RefundEvent.DisputeLost;
import carequeue.api.payment.RefundEvent.DisputeOpened;
import carequeue.api.payment.RefundEvent.DisputeWon;
import carequeue.api.payment.RefundEvent.OutsideRefundNoted;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.payment.RefundEvent.RefundFailed;
import carequeue.api.payment.RefundEvent.RefundRequested;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Hears what the provider of card payments has to be asked and takes it down; it never calls out. */
@Component
@ProcessingGroup("effect.payment")
@DisallowReplay
public class PaymentEvents {

    private final Outbox outbox;
    private final Charges charges;
    private final CardRefunds refunds;
    private final Map<String, Effect> effects;

    public PaymentEvents(Outbox outbox, Charges charges, CardRefunds refunds, List<Effect> effects) {
        this.outbox = outbox;
        this.charges = charges;
        this.refunds = refunds;
        this.effects = effects.stream().collect(Collectors.toUnmodifiableMap(Effect::name, Function.identity()));
    }

    @EventHandler
    void on(AttemptStarted event, DomainEventMessage<?> message, TrackingToken token) {
        charges.begin(event);
        plan(StartCharge.NAME, event, message, token);
    }

    @EventHandler
    void on(CaptureRequested event, DomainEventMessage<?> message, TrackingToken token) {
        plan(CaptureCharge.NAME, event, message, token);
    }

    @EventHandler
    void on(CancelRequested event, DomainEventMessage<?> message, TrackingToken token) {
        charges.callOff(event.attemptId());
        plan(CancelCharge.NAME, event, message, token);
        // What has not gone out yet is not sent any more: that needs no waiting for the provider.
        outbox.hurry(event.paymentId());
    }

    @EventHandler
    void on(AttemptCheckRequested event, DomainEventMessage<?> message, TrackingToken token) {
        plan(CheckCharge.NAME, event, message, token);
    }

    @EventHandler
    void on(RefundRequested event, DomainEventMessage<?> message, TrackingToken token) {
        if (event.method() != PaymentMethod.CASH) {
            refunds.begin(event);
            plan(GiveBack.NAME, event, message, token);
        }
    }

    @EventHandler
    void on(AttemptAuthorised event) {
        charges.stands(event.attemptId(), AttemptState.AUTHORISED);
    }

    @EventHandler
    void on(AttemptFailed event) {
        charges.stands(event.attemptId(), AttemptState.FAILED);
    }

    @EventHandler
    void on(AttemptCancelled event) {
        charges.stands(event.attemptId(), AttemptState.CANCELLED);
    }

    @EventHandler
    void on(DisputeOpened event) {
        refunds.disputed(event);
    }

    @EventHandler
    void on(DisputeWon event) {
        refunds.disputeIs(event.disputeId(), DisputeState.WON);
    }

    @EventHandler
    void on(DisputeLost event) {
        refunds.disputeIs(event.disputeId(), DisputeState.LOST);
    }

    @EventHandler
    void on(AttemptCaptured event) {
        charges.captured(event.attemptId(), event.amount().amount(), event.at());
    }

    @EventHandler
    void on(OutsideRefundNoted event) {
        refunds.outside(event.refundId(), event.attemptId(), event.amount().amount());
    }

    @EventHandler
    void on(RefundDone event) {
        refunds.done(event.refundId(), event.providerId(), event.at());
    }

    @EventHandler
    void on(RefundFailed event) {
        refunds.failed(event.refundId());
    }

    private void plan(String effect, PaymentEvent event, DomainEventMessage<?> message, TrackingToken token) {
        long position = token.position().orElse(0);
        String visit = (String) message.getMetaData().get(Facts.CORRELATION_ID);
        outbox.plan(message, position, effects.get(effect), event.paymentId(), visit);
    }
}

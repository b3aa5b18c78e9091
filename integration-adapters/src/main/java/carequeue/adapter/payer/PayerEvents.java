package carequeue.adapter.payer;

import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.Outbox;
import carequeue.api.eligibility.EligibilityEvent.EligibilityRequested;
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

/** Hears that a payer has to be asked and takes it down; it never calls out. */
@Component
@ProcessingGroup("effect.payer")
@DisallowReplay
public class PayerEvents {

    private final Outbox outbox;
    private final PayerSettings settings;
    private final Map<String, Effect> effects;

    public PayerEvents(Outbox outbox, PayerSettings settings, List<Effect> effects) {
        this.outbox = outbox;
        this.settings = settings;
        this.effects = effects.stream().collect(Collectors.toUnmodifiableMap(Effect::name, Function.identity()));
    }

    /** The questions of one check follow one another, those of different patients go side by side; without a payer nobody is asked. */
    @EventHandler
    void on(EligibilityRequested event, DomainEventMessage<?> message, TrackingToken token) {
        String service = settings.serviceOf(event.coverage().payerId());
        Effect effect = effects.get(AskPayer.name(service));
        if (effect != null) {
            outbox.plan(message, token.position().orElse(0), effect, event.checkId(), event.visitId());
        }
    }
}

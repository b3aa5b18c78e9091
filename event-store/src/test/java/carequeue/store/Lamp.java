package carequeue.store;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Claims;
import carequeue.api.EventName;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import carequeue.api.Refused;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A small aggregate for the store's own tests. */
@Aggregate(cache = "remembered")
class Lamp {

    record Hang(@TargetAggregateIdentifier String lampId, String hook) {}

    record Toggle(@TargetAggregateIdentifier String lampId, Phi<String> by) {}

    record TakeDown(@TargetAggregateIdentifier String lampId) {}

    /** Answered with nothing appended. */
    record Look(@TargetAggregateIdentifier String lampId) {}

    /** Refused while it is dark. */
    record MustBeLit(@TargetAggregateIdentifier String lampId) {}

    sealed interface Event permits Hung, Toggled, TakenDown {}

    @EventName("lamp.hung")
    record Hung(String lampId, String hook) implements Event, Claims {
        @Override
        public Set<Key> takes() {
            return Set.of(hookKey(hook));
        }
    }

    @EventName(value = "lamp.toggled", revision = 2)
    record Toggled(
            @PhiSubject String lampId,
            boolean on,
            @PhiField("by") Phi<String> by) implements Event {}

    @EventName("lamp.taken-down")
    record TakenDown(String lampId) implements Event, Claims {
        @Override
        public Set<String> frees() {
            return Set.of("hook");
        }
    }

    static Claims.Key hookKey(String hook) {
        return new Claims.Key("hook", "town", hook);
    }

    @AggregateIdentifier
    private String lampId;

    private boolean on;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    String handle(Hang command) {
        apply(new Hung(command.lampId(), command.hook()));
        return command.hook();
    }

    @CommandHandler
    void handle(Toggle command) {
        if (command.by() == null) {
            throw new Refused.AgainstRule("by-whom", "Somebody has to do it.");
        }
        apply(new Toggled(lampId, !on, command.by()));
    }

    @CommandHandler
    void handle(TakeDown command) {
        apply(new TakenDown(lampId));
    }

    @CommandHandler
    boolean handle(Look command) {
        return on;
    }

    @CommandHandler
    void handle(MustBeLit command) {
        if (!on) {
            throw new Refused.WrongState("dark", "It is dark.");
        }
    }

    @EventSourcingHandler
    void on(Hung event) {
        lampId = event.lampId();
    }

    @EventSourcingHandler
    void on(Toggled event) {
        on = event.on();
    }

    Lamp() {}
}

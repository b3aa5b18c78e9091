package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.Outbox;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentCheckedIn;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
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

/** Hears that nobody came for an appointment, and how far the further ones of a visit are: of these no visit tells the EHR. */
@Component
@ProcessingGroup("effect.ehr")
@DisallowReplay
public class EhrAppointmentEvents {

    private final Outbox outbox;
    private final Visits visits;
    private final Map<String, Effect> effects;

    public EhrAppointmentEvents(Outbox outbox, Visits visits, List<Effect> effects) {
        this.outbox = outbox;
        this.visits = visits;
        this.effects = effects.stream().collect(Collectors.toUnmodifiableMap(Effect::name, Function.identity()));
    }

    @EventHandler
    void on(AppointmentNoShow event, DomainEventMessage<?> message, TrackingToken token) {
        tell(true, event.appointmentId(), event.system(), message, token);
    }

    @EventHandler
    void on(AppointmentBroughtBack event, DomainEventMessage<?> message, TrackingToken token) {
        tell(false, event.appointmentId(), event.system(), message, token);
    }

    @EventHandler
    void on(AppointmentArrived event, DomainEventMessage<?> message, TrackingToken token) {
        tellAdded(event.appointmentId(), event.visitId(), message, token);
    }

    @EventHandler
    void on(AppointmentCheckedIn event, DomainEventMessage<?> message, TrackingToken token) {
        tellAdded(event.appointmentId(), event.visitId(), message, token);
    }

    @EventHandler
    void on(AppointmentFulfilled event, DomainEventMessage<?> message, TrackingToken token) {
        tellAdded(event.appointmentId(), event.visitId(), message, token);
    }

    @EventHandler
    void on(ArrivalWithdrawn event, DomainEventMessage<?> message, TrackingToken token) {
        tellAdded(event.appointmentId(), event.visitId(), message, token);
    }

    private void tellAdded(String appointmentId, String visitId, DomainEventMessage<?> message, TrackingToken token) {
        boolean added = visits.find(visitId)
                .filter(visit -> !appointmentId.equals(visit.appointmentId()))
                .isPresent();
        if (added) {
            Effect effect = effects.get(TellAdded.NAME);
            outbox.plan(message, token.position().orElse(0), effect, TellNoShow.key(appointmentId), visitId);
        }
    }

    private void tell(
            boolean missed, String appointmentId, String saidBy, DomainEventMessage<?> message, TrackingToken token) {
        // What the EHR said itself it need not be told.
        if (!EhrService.EHR.equals(saidBy)) {
            Effect effect = effects.get(TellNoShow.name(missed));
            outbox.plan(message, token.position().orElse(0), effect, TellNoShow.key(appointmentId), null);
        }
    }
}

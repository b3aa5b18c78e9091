package carequeue.adapter.ehr;

import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.Outbox;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentWritten;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Said;
import carequeue.api.conflict.Side;
import carequeue.api.patient.PatientEvent.PatientLinked;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.site.ConflictPolicy.Rule;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import carequeue.api.visit.VisitEvent.PatientLookupRequested;
import carequeue.api.visit.VisitEvent.ServiceBegun;
import carequeue.api.visit.VisitEvent.VisitCancelled;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitEvent.VisitReopened;
import carequeue.api.visit.VisitEvent.WentBackToWaiting;
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

/** Hears what the EHR has to be told or asked and takes it down; it never calls out. */
@Component
@ProcessingGroup("effect.ehr")
@DisallowReplay
public class EhrEvents {

    private final Outbox outbox;
    private final Links links;
    private final Visits visits;
    private final Map<String, Effect> effects;
    private final EhrChoice choice;

    public EhrEvents(Outbox outbox, Links links, Visits visits, List<Effect> effects, EhrChoice choice) {
        this.outbox = outbox;
        this.links = links;
        this.visits = visits;
        this.choice = choice;
        this.effects = effects.stream().collect(Collectors.toUnmodifiableMap(Effect::name, Function.identity()));
    }

    @EventHandler
    void on(PatientRecorded event, DomainEventMessage<?> message, TrackingToken token) {
        if (event.system().equals(EhrService.EHR) && event.outsideId() != null) {
            links.keep(Links.Kind.PATIENT, event.patientId(), event.outsideId(), event.version());
        } else if (event.system().equals(Said.US)) {
            write(event.patientId(), message, token);
        }
    }

    @EventHandler
    void on(ConflictResolved event, DomainEventMessage<?> message, TrackingToken token) {
        boolean against = event.how() == Rule.BY_A_PERSON && event.side() != Side.THEIRS;
        if (against
                && event.subject() == ConflictSubject.PATIENT
                && event.system().equals(EhrService.EHR)) {
            write(event.subjectId(), message, token);
        }
    }

    private void write(String patientId, DomainEventMessage<?> message, TrackingToken token) {
        outbox.plan(message, position(token), effects.get(WritePatient.NAME), WritePatient.key(patientId), null);
    }

    @EventHandler
    void on(PatientLinked event) {
        if (event.system().equals(EhrService.EHR)) {
            links.keep(Links.Kind.PATIENT, event.patientId(), event.outsideId(), null);
        }
    }

    @EventHandler
    void on(AppointmentBooked event) {
        if (EhrService.EHR.equals(event.system())) {
            links.keep(Links.Kind.APPOINTMENT, event.appointmentId(), event.outsideId(), event.version());
        }
    }

    @EventHandler
    void on(AppointmentWritten event) {
        if (event.system().equals(EhrService.EHR)) {
            links.keep(Links.Kind.APPOINTMENT, event.appointmentId(), event.outsideId(), event.version());
        }
    }

    @EventHandler
    void on(CheckInRequested event, DomainEventMessage<?> message, TrackingToken token) {
        visits.begin(event);
        if (event.identification() == null) {
            readCoverages(event, message, token);
            tellArrival(event, message, token);
        }
    }

    @EventHandler
    void on(PatientLookupRequested event, DomainEventMessage<?> message, TrackingToken token) {
        Effect effect = effects.get("ehr.find-patient");
        outbox.plan(message, position(token), effect, FindPatient.key(event.visitId()), event.visitId());
    }

    @EventHandler
    void on(PatientIdentified event, DomainEventMessage<?> message, TrackingToken token) {
        visits.identify(event.visitId(), event.patientId());
        readCoverages(event, message, token);
        tellArrival(event, message, token);
    }

    @EventHandler
    void on(VisitPlaced event, DomainEventMessage<?> message, TrackingToken token) {
        tellArrival(event, message, token);
        tell(VisitStep.CHECKED_IN, event, message, token);
    }

    @EventHandler
    void on(ServiceBegun event, DomainEventMessage<?> message, TrackingToken token) {
        tell(VisitStep.IN_PROGRESS, event, message, token);
    }

    @EventHandler
    void on(WentBackToWaiting event, DomainEventMessage<?> message, TrackingToken token) {
        tell(VisitStep.BACK_TO_WAITING, event, message, token);
    }

    @EventHandler
    void on(VisitFinished event, DomainEventMessage<?> message, TrackingToken token) {
        tell(VisitStep.FINISHED, event, message, token);
    }

    @EventHandler
    void on(VisitLeft event, DomainEventMessage<?> message, TrackingToken token) {
        tell(VisitStep.CANCELLED, event, message, token);
    }

    @EventHandler
    void on(VisitReopened event, DomainEventMessage<?> message, TrackingToken token) {
        tell(VisitStep.REOPENED, event, message, token);
    }

    @EventHandler
    void on(CheckInRefused event, DomainEventMessage<?> message, TrackingToken token) {
        if (visits.arrivalPlanned(event.visitId())) {
            tell(VisitStep.CANCELLED, event, message, token);
        }
    }

    @EventHandler
    void on(CheckInReversed event, DomainEventMessage<?> message, TrackingToken token) {
        if (visits.arrivalPlanned(event.visitId())) {
            tell(VisitStep.ENTERED_IN_ERROR, event, message, token);
        }
    }

    @EventHandler
    void on(VisitCancelled event, DomainEventMessage<?> message, TrackingToken token) {
        if (visits.arrivalPlanned(event.visitId())) {
            tell(VisitStep.CANCELLED, event, message, token);
        }
    }

    private void readCoverages(VisitEvent event, DomainEventMessage<?> message, TrackingToken token) {
        if (choice.coverages()) {
            Effect effect = effects.get("ehr.read-coverages");
            outbox.plan(message, position(token), effect, ReadCoverages.key(event.visitId()), event.visitId());
        }
    }

    private void tellArrival(VisitEvent event, DomainEventMessage<?> message, TrackingToken token) {
        if (visits.arrivalToTell(event.visitId())) {
            tell(VisitStep.ARRIVED, event, message, token);
        }
    }

    private void tell(VisitStep step, VisitEvent event, DomainEventMessage<?> message, TrackingToken token) {
        outbox.plan(message, position(token), effects.get(step.effect()), event.visitId(), event.visitId());
    }

    private static long position(TrackingToken token) {
        return token.position().orElse(0);
    }
}

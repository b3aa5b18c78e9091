package carequeue.query.appointments;

import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentNews.OutsideSaid;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.query.views.Folds;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Hears what the day's plan is made of. */
@Component
@ProcessingGroup(PlanProjection.VIEW)
class PlanProjection {

    static final String VIEW = "view.appointments";

    private final PlanView view;
    private final Folds folds;

    PlanProjection(PlanView view, Folds folds) {
        this.view = view;
        this.folds = folds;
    }

    @EventHandler
    void on(AppointmentEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }

    @EventHandler
    void on(OutsideSaid event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }

    @EventHandler
    void on(PatientRegistered event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }

    @EventHandler
    void on(PatientRecorded event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }
}

package carequeue.query.patients;

import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.query.views.Folds;
import carequeue.query.views.Sheet;
import carequeue.query.views.Table;
import carequeue.query.views.Told;
import carequeue.query.views.View;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes the table of patients. */
@Component
@ProcessingGroup(PatientProjection.VIEW)
class PatientProjection implements View {

    static final String VIEW = "view.patients";

    private final Folds folds;

    PatientProjection(Folds folds) {
        this.folds = folds;
    }

    @EventHandler
    void on(PatientRegistered event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(PatientRecorded event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(PatientRows.CARDS);
    }

    @Override
    public boolean hears(Class<?> event) {
        return event == PatientRegistered.class || event == PatientRecorded.class;
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (told.event() instanceof PatientRegistered e) {
            sheet.want(PatientRows.CARDS, e.patientId());
        } else if (told.event() instanceof PatientRecorded e) {
            sheet.want(PatientRows.CARDS, e.patientId());
        }
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (told.event() instanceof PatientRegistered e) {
            sheet.put(
                    PatientRows.CARDS,
                    e.patientId(),
                    PatientRows.view(e.patientId(), e.siteId(), e.demographics(), false, "carequeue"),
                    told.position());
        } else if (told.event() instanceof PatientRecorded e) {
            sheet.put(
                    PatientRows.CARDS,
                    e.patientId(),
                    PatientRows.view(e.patientId(), e.siteId(), e.demographics(), e.deceased(), e.system()),
                    told.position());
        }
    }
}

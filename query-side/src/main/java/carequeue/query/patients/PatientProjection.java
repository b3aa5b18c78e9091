package carequeue.query.patients;

import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes the table of patients. */
@Component
@ProcessingGroup(PatientProjection.VIEW)
class PatientProjection {

    static final String VIEW = "view.patients";

    private final PatientRows rows;

    PatientProjection(PatientRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(PatientRegistered e, TrackingToken token) {
        long position = token.position().orElseThrow();
        rows.save(e.patientId(), e.siteId(), e.demographics(), false, "carequeue", position);
    }

    @EventHandler
    void on(PatientRecorded e, TrackingToken token) {
        long position = token.position().orElseThrow();
        rows.save(e.patientId(), e.siteId(), e.demographics(), e.deceased(), e.system(), position);
    }
}

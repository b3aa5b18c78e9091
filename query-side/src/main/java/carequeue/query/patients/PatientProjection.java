package carequeue.query.patients;

import carequeue.api.patient.KinEvent;
import carequeue.api.patient.KinEvent.PersonRelated;
import carequeue.api.patient.KinEvent.RelationEnded;
import carequeue.api.patient.MergeEvent;
import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.WentInto;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.patient.PatientQuery.PatientView;
import carequeue.query.views.Folds;
import carequeue.query.views.Sheet;
import carequeue.query.views.Table;
import carequeue.query.views.Told;
import carequeue.query.views.View;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes the tables of patients and of those who may act for them. */
@Component
@ProcessingGroup(PatientProjection.VIEW)
class PatientProjection implements View {

    static final String VIEW = "view.patients";

    private static final Set<Class<?>> HEARD = Set.of(
            PatientRegistered.class,
            PatientRecorded.class,
            WentInto.class,
            CameApart.class,
            PersonRelated.class,
            RelationEnded.class);

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

    @EventHandler
    void on(MergeEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(KinEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(PatientRows.CARDS, Kin.TABLE);
    }

    @Override
    public boolean hears(Class<?> event) {
        return HEARD.contains(event);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (told.event() instanceof PatientRegistered e) {
            sheet.want(PatientRows.CARDS, e.patientId());
        } else if (told.event() instanceof PatientRecorded e) {
            sheet.want(PatientRows.CARDS, e.patientId());
        } else if (told.event() instanceof MergeEvent e && hears(e.getClass())) {
            sheet.want(PatientRows.CARDS, e.patientId());
        } else if (told.event() instanceof KinEvent e) {
            sheet.want(Kin.TABLE, key(e));
        }
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (told.event() instanceof KinEvent e) {
            related(e, told, sheet);
            return;
        }
        PatientView card = PatientFold.on(before(told, sheet), told.event());
        if (card != null) {
            sheet.put(PatientRows.CARDS, card.patientId(), card, told.position());
        }
    }

    private static PatientView before(Told told, Sheet sheet) {
        return PatientFold.patient(told.event())
                .map(id -> sheet.get(PatientRows.CARDS, id))
                .orElse(null);
    }

    private static void related(KinEvent event, Told told, Sheet sheet) {
        Kin before = sheet.get(Kin.TABLE, key(event));
        if (event instanceof PersonRelated e) {
            sheet.put(Kin.TABLE, key(e), Kin.of(e.patientId(), e.person()), told.position());
        } else if (event instanceof RelationEnded e && before != null) {
            sheet.put(Kin.TABLE, key(e), before.ended(e.reason()), told.position());
        }
    }

    private static Kin.Key key(KinEvent event) {
        String person = event instanceof PersonRelated e ? e.person().personId() : ((RelationEnded) event).personId();
        return new Kin.Key(event.patientId(), person);
    }
}

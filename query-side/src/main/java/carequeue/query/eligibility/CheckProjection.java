package carequeue.query.eligibility;

import carequeue.api.Facts;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.patient.PatientEvent;
import carequeue.query.views.Folds;
import carequeue.query.views.Names;
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

/** Writes what is seen of eligibility checks. */
@Component
@ProcessingGroup(CheckProjection.VIEW)
class CheckProjection implements View {

    static final String VIEW = "view.eligibility";

    private final Folds folds;

    CheckProjection(Folds folds) {
        this.folds = folds;
    }

    @EventHandler
    void on(EligibilityEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(PatientEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(CheckRows.CHECKS, CheckRows.NAMES.table());
    }

    @Override
    public boolean hears(Class<?> event) {
        return EligibilityEvent.class.isAssignableFrom(event) || Names.hears(event);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (told.event() instanceof EligibilityEvent e) {
            sheet.want(CheckRows.CHECKS, e.checkId());
        }
        CheckRows.NAMES.wants(told, sheet);
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (told.event() instanceof EligibilityEvent e) {
            Check after = CheckFold.on(sheet.get(CheckRows.CHECKS, e.checkId()), e, told.fact(Facts.ACTOR));
            if (after != null) {
                sheet.put(CheckRows.CHECKS, e.checkId(), after, told.position());
            }
        }
        CheckRows.NAMES.on(told, sheet);
    }
}

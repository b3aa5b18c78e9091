package carequeue.query.conflicts;

import carequeue.api.conflict.ConflictEvent;
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

/** Writes what is seen of conflicts. */
@Component
@ProcessingGroup(ConflictProjection.VIEW)
class ConflictProjection implements View {

    static final String VIEW = "view.conflicts";

    private final Folds folds;

    ConflictProjection(Folds folds) {
        this.folds = folds;
    }

    @EventHandler
    void on(ConflictEvent event, EventMessage<?> message, TrackingToken token) {
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
        return List.of(ConflictRows.CONFLICTS, ConflictRows.NAMES.table());
    }

    @Override
    public boolean hears(Class<?> event) {
        return ConflictEvent.class.isAssignableFrom(event) || Names.hears(event);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (told.event() instanceof ConflictEvent e) {
            sheet.want(ConflictRows.CONFLICTS, e.conflictId());
        }
        ConflictRows.NAMES.wants(told, sheet);
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (told.event() instanceof ConflictEvent e) {
            Disagreement after = Disagreement.on(sheet.get(ConflictRows.CONFLICTS, e.conflictId()), e);
            if (after != null) {
                sheet.put(ConflictRows.CONFLICTS, e.conflictId(), after, told.position());
            }
        }
        ConflictRows.NAMES.on(told, sheet);
    }
}

package carequeue.query.conflicts;

import carequeue.api.conflict.ConflictEvent;
import carequeue.api.patient.PatientEvent;
import carequeue.query.views.Folded;
import carequeue.query.views.Folds;
import carequeue.query.views.Part;
import carequeue.query.views.PartedView;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes what is seen of conflicts. */
@Component
@ProcessingGroup(ConflictProjection.VIEW)
class ConflictProjection implements PartedView {

    static final String VIEW = "view.conflicts";

    private static final List<Part> PARTS = List.of(
            new Folded<>(
                    ConflictEvent.class,
                    ConflictEvent::conflictId,
                    ConflictRows.CONFLICTS,
                    (before, e, told) -> Disagreement.on(before, e)),
            ConflictRows.NAMES);

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
    public List<Part> parts() {
        return PARTS;
    }
}

package carequeue.query.board;

import carequeue.api.patient.PatientEvent;
import carequeue.api.queue.QueueEvent;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.ItemClosedByHand;
import carequeue.api.visit.VisitEvent.ItemRaised;
import carequeue.api.visit.VisitEvent.OutsideTold;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import carequeue.query.views.Folds;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Hears what the board is made of. */
@Component
@ProcessingGroup(BoardProjection.VIEW)
class BoardProjection {

    static final String VIEW = "view.board";

    /** What visits say of their entries. */
    static final Set<Class<?>> OF_VISITS = Set.of(
            PatientIdentified.class, ItemRaised.class, ItemClosed.class, ItemClosedByHand.class, OutsideTold.class);

    private final BoardView view;
    private final Folds folds;

    BoardProjection(BoardView view, Folds folds) {
        this.view = view;
        this.folds = folds;
    }

    @EventHandler
    void on(QueueEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }

    @EventHandler
    void on(PatientIdentified event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }

    @EventHandler
    void on(ItemRaised event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }

    @EventHandler
    void on(ItemClosed event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }

    @EventHandler
    void on(ItemClosedByHand event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }

    @EventHandler
    void on(OutsideTold event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }

    @EventHandler
    void on(PatientEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }
}

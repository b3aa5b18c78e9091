package carequeue.query.visit;

import carequeue.query.views.Folds;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Hears everything, since anything may belong to a visit. */
@Component
@ProcessingGroup(VisitProjection.VIEW)
class VisitProjection {

    static final String VIEW = "view.visits";

    private final VisitTables view;
    private final Folds folds;

    VisitProjection(VisitTables view, Folds folds) {
        this.view = view;
        this.folds = folds;
    }

    @EventHandler
    void on(Object event, EventMessage<?> message, TrackingToken token) {
        folds.fold(view, message, token);
    }
}

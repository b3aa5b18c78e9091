package carequeue.query.eligibility;

import carequeue.api.Facts;
import carequeue.api.eligibility.EligibilityEvent;
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

/** Writes what is seen of eligibility checks. */
@Component
@ProcessingGroup(CheckProjection.VIEW)
class CheckProjection implements PartedView {

    static final String VIEW = "view.eligibility";

    private static final List<Part> PARTS = List.of(
            new Folded<>(
                    EligibilityEvent.class,
                    EligibilityEvent::checkId,
                    CheckRows.CHECKS,
                    (before, e, told) -> CheckFold.on(before, e, told.fact(Facts.ACTOR))),
            CheckRows.NAMES);

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
    public List<Part> parts() {
        return PARTS;
    }
}

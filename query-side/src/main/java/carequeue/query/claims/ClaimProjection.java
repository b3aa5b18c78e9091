package carequeue.query.claims;

import carequeue.api.claim.ClaimEvent;
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

/** Writes what is seen of claims. */
@Component
@ProcessingGroup(ClaimProjection.VIEW)
class ClaimProjection implements PartedView {

    static final String VIEW = "view.claims";

    private static final List<Part> PARTS = List.of(
            new Folded<>(
                    ClaimEvent.class,
                    ClaimEvent::claimId,
                    ClaimRows.CLAIMS,
                    (before, e, told) -> Dossier.on(before, e)),
            ClaimRows.NAMES);

    private final Folds folds;

    ClaimProjection(Folds folds) {
        this.folds = folds;
    }

    @EventHandler
    void on(ClaimEvent event, EventMessage<?> message, TrackingToken token) {
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

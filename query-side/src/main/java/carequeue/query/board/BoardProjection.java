package carequeue.query.board;

import carequeue.api.patient.PatientEvent;
import carequeue.api.queue.QueueEvent;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.ItemRaised;
import carequeue.api.visit.VisitEvent.OutsideTold;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes down what the board's fold gives. */
@Component
@ProcessingGroup(BoardProjection.VIEW)
class BoardProjection {

    static final String VIEW = "view.board";

    private final BoardRows rows;
    private final AroundRows around;

    BoardProjection(BoardRows rows, AroundRows around) {
        this.rows = rows;
        this.around = around;
    }

    @EventHandler
    void on(QueueEvent event, TrackingToken token) {
        BoardState before = rows.load(event.queueId(), BoardFold.touched(event));
        BoardState after = BoardFold.on(before, event);
        if (after != null) {
            rows.save(before, after, position(token));
        }
    }

    @EventHandler
    void on(PatientIdentified event, TrackingToken token) {
        visit(event, token);
    }

    @EventHandler
    void on(ItemRaised event, TrackingToken token) {
        visit(event, token);
    }

    @EventHandler
    void on(ItemClosed event, TrackingToken token) {
        visit(event, token);
    }

    @EventHandler
    void on(OutsideTold event, TrackingToken token) {
        visit(event, token);
    }

    @EventHandler
    void on(PatientEvent event, TrackingToken token) {
        Around.name(event).ifPresent(name -> around.save(event.patientId(), name, position(token)));
    }

    private void visit(VisitEvent event, TrackingToken token) {
        Around.Visit before = around.visit(event.visitId());
        Around.Visit after = Around.on(before, event);
        if (!after.equals(before)) {
            around.save(event.visitId(), after, position(token));
        }
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }
}

package carequeue.adapter.pms;

import carequeue.adapter.outbox.Outbox;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import carequeue.api.visit.VisitEvent.ServiceBegun;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitEvent.VisitReopened;
import carequeue.api.visit.VisitEvent.WentBackToWaiting;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;

/** Keeps how far visits are, and takes down that an appointment found for a walk-in follows the visit. */
@Component
@WithPms
public class VisitsHeard {

    private static final Map<Class<?>, String> STATES = Map.of(
            VisitPlaced.class, "placed",
            ServiceBegun.class, "begun",
            WentBackToWaiting.class, "placed",
            VisitFinished.class, "finished",
            VisitReopened.class, "placed",
            VisitLeft.class, "ended",
            CheckInRefused.class, "ended");

    private final WalkIns walkIns;
    private final Outbox outbox;
    private final FollowVisit follow;

    public VisitsHeard(WalkIns walkIns, Outbox outbox, FollowVisit follow) {
        this.walkIns = walkIns;
        this.outbox = outbox;
        this.follow = follow;
    }

    void hear(VisitEvent event, DomainEventMessage<?> message, long position) {
        if (event instanceof CheckInRequested e) {
            walkIns.begin(e);
        } else if (event instanceof PatientIdentified e) {
            walkIns.identify(e.visitId(), e.patientId());
        } else {
            String state = event instanceof TakenBack ? "ended" : STATES.get(event.getClass());
            if (state != null) {
                walkIns.is(event.visitId(), state);
                walkIns.matched(event.visitId())
                        .ifPresent(id -> outbox.plan(message, position, follow, "pms:" + id, event.visitId()));
            }
        }
    }
}

package carequeue.query.visit;

import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.ItemClosedByHand;
import carequeue.api.visit.VisitEvent.ItemRaised;
import carequeue.api.visit.VisitEvent.OutsideTold;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import carequeue.api.visit.VisitEvent.PatientLookupAnswered;
import carequeue.api.visit.VisitEvent.PatientLookupRequested;
import carequeue.api.visit.VisitEvent.ServiceBegun;
import carequeue.api.visit.VisitEvent.StepNoted;
import carequeue.api.visit.VisitEvent.VisitCancelled;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitEvent.VisitReopened;
import carequeue.api.visit.VisitEvent.WentBackToWaiting;
import carequeue.api.visit.VisitState;
import java.util.List;

/** The fold of a visit: the card before an event gives the card after it. */
final class CardFold {

    private CardFold() {}

    /** The card after an event; {@code before} is null where the visit has not begun. */
    static Card on(Card before, VisitEvent event) {
        if (event instanceof CheckInRequested e) {
            return begun(e);
        }
        if (before == null) {
            return null;
        }
        if (event instanceof ItemRaised
                || event instanceof ItemClosed
                || event instanceof ItemClosedByHand
                || event instanceof OutsideTold
                || event instanceof StepNoted) {
            return Things.on(before, event);
        }
        return moved(new Draft(before), event);
    }

    private static Card begun(CheckInRequested e) {
        return new Card(
                e.visitId(),
                e.siteId(),
                e.businessDay(),
                e.channel(),
                e.serviceId(),
                e.patientId(),
                e.appointmentId(),
                VisitState.REQUESTED,
                e.at(),
                new Card.Lookup(e.lookUp(), null, null, e.at()),
                null,
                null,
                List.of(),
                List.of(),
                e.notBefore(),
                List.of());
    }

    private static Card moved(Draft card, VisitEvent event) {
        if (event instanceof PatientLookupRequested) {
            return card.state(VisitState.CHECKING_IN).done();
        } else if (event instanceof PatientLookupAnswered e) {
            return card.lookup(new Card.Lookup(true, e.outcome(), e.detail(), e.at()))
                    .done();
        } else if (event instanceof PatientIdentified e) {
            return card.patient(e.patientId()).done();
        } else if (event instanceof VisitPlaced e) {
            return card.place(new Card.Place(e.queueId(), e.entryId(), e.ticket(), e.at()))
                    .state(VisitState.WAITING)
                    .done();
        } else if (event instanceof CheckInRefused e) {
            return card.refusal(new Card.Refusal(e.rule(), e.sentence(), e.at()))
                    .state(VisitState.REFUSED)
                    .done();
        } else if (event instanceof CheckInReversed e) {
            return card.refusal(
                            new Card.Refusal("reversed", "The check-in was taken back: it was made in error.", e.at()))
                    .state(VisitState.ENTERED_IN_ERROR)
                    .done();
        } else if (event instanceof VisitCancelled e) {
            return card.refusal(new Card.Refusal("cancelled", "The check-in was cancelled.", e.at()))
                    .state(VisitState.CANCELLED)
                    .done();
        }
        return card.state(state(event, card.state())).done();
    }

    private static VisitState state(VisitEvent event, VisitState before) {
        if (event instanceof ServiceBegun) {
            return VisitState.IN_SERVICE;
        } else if (event instanceof WentBackToWaiting || event instanceof VisitReopened) {
            return VisitState.WAITING;
        } else if (event instanceof VisitFinished) {
            return VisitState.FINISHED;
        }
        return event instanceof VisitLeft ? VisitState.LEFT : before;
    }
}

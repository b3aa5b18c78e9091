package carequeue.command.visit;

import static carequeue.api.visit.VisitState.*;

import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.*;
import carequeue.api.visit.VisitState;
import carequeue.command.StateMachine;

/** Which orders a visit takes in which state, and which state each of its events leads to. */
public final class VisitSteps {

    /**
     * The table; answers of the EHR, the end of a wait, and what is to be done or was told are taken in every state, and judged by what is
     * known. An order whose outcome is there already is taken, and changes nothing.
     */
    public static final StateMachine<VisitState> MACHINE = StateMachine.of("visit", VisitState.class)
            .takes(AddService.class, "get another service", REQUESTED, CHECKING_IN, WAITING, IN_SERVICE)
            .takes(IdentifyPatient.class, "get another patient", REQUESTED, CHECKING_IN, WAITING, IN_SERVICE)
            .takes(PlaceVisit.class, "be placed in a queue", REQUESTED, CHECKING_IN, WAITING, IN_SERVICE)
            .takes(BeginService.class, "be taken into service", WAITING, IN_SERVICE)
            .takes(BackToWaiting.class, "be put back to wait", IN_SERVICE, WAITING)
            .takes(FinishVisit.class, "be finished", WAITING, IN_SERVICE, FINISHED)
            .takes(EndUnseen.class, "end unseen", WAITING, LEFT)
            .takes(ReopenVisit.class, "be opened again", LEFT, REQUESTED, CHECKING_IN, WAITING, IN_SERVICE)
            .takes(RefuseCheckIn.class, "be refused", REQUESTED, CHECKING_IN, REFUSED)
            .takes(CancelVisit.class, "be cancelled", REQUESTED, CHECKING_IN, CANCELLED)
            .takes(
                    ReverseCheckIn.class,
                    "be reversed",
                    REQUESTED,
                    CHECKING_IN,
                    WAITING,
                    IN_SERVICE,
                    LEFT,
                    ENTERED_IN_ERROR);

    private VisitSteps() {}

    /** Where a visit stands after an event. */
    static VisitState after(VisitState before, VisitEvent event) {
        if (event instanceof CheckInRequested) {
            return REQUESTED;
        } else if (event instanceof PatientLookupRequested) {
            return CHECKING_IN;
        } else if (event instanceof VisitPlaced
                || event instanceof WentBackToWaiting
                || event instanceof VisitReopened) {
            return WAITING;
        } else if (event instanceof ServiceBegun) {
            return IN_SERVICE;
        }
        return ended(before, event);
    }

    private static VisitState ended(VisitState before, VisitEvent event) {
        if (event instanceof VisitFinished) {
            return FINISHED;
        } else if (event instanceof VisitLeft) {
            return LEFT;
        } else if (event instanceof CheckInRefused) {
            return REFUSED;
        } else if (event instanceof VisitCancelled) {
            return CANCELLED;
        }
        return event instanceof CheckInReversed ? ENTERED_IN_ERROR : before;
    }
}

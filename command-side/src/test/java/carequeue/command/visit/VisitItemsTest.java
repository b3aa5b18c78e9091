package carequeue.command.visit;

import static carequeue.api.visit.VisitState.*;
import static carequeue.command.visit.VisitStories.NOON;
import static carequeue.command.visit.VisitStories.at;
import static carequeue.command.visit.VisitStories.clinic;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.visit.CheckInPart;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.StepState;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.MetaData;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** What is still to be done for a visit, what it waits for, and how it is taken back. */
class VisitItemsTest extends VisitRules {

    @Test
    void patienceEndsOnlyWhileSomebodyWaits() {
        EndPatience order = new EndPatience("v1", "patient");
        PatienceEnded ended = new PatienceEnded("v1", "patient", NOON);
        clinic().given(at(CHECKING_IN)).when(order).expectEvents(ended);
        clinic().given(at(CHECKING_IN)).andGiven(ended).when(order).expectNoEvents();
        clinic().given(at(REQUESTED)).when(order).expectNoEvents();
        clinic().given(at(WAITING)).when(order).expectNoEvents();
        clinic().given(at(CHECKING_IN))
                .andGiven(new PatientLookupAnswered("v1", LookupOutcome.FOUND, "p1", null, NOON))
                .when(order)
                .expectNoEvents();
    }

    @Test
    void anItemIsOpenOrNot() {
        ItemRaised raised = new ItemRaised("v1", OpenItem.EHR_ARRIVED, "outage", NOON);
        RaiseItem raise = new RaiseItem("v1", OpenItem.EHR_ARRIVED, "outage");
        CloseItem close = new CloseItem("v1", OpenItem.EHR_ARRIVED, "by hand");
        clinic().given(at(WAITING)).when(raise).expectEvents(raised);
        clinic().given(at(WAITING)).andGiven(raised).when(raise).expectNoEvents();
        clinic().given(at(WAITING)).when(close).expectNoEvents();
        clinic().given(at(WAITING))
                .andGiven(raised)
                .when(close)
                .expectEvents(new ItemClosed("v1", OpenItem.EHR_ARRIVED, "by hand", NOON));
        clinic().given(at(FINISHED))
                .andGiven(raised)
                .when(new NoteTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/7"))
                .expectEvents(
                        new OutsideTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/7", NOON),
                        new ItemClosed("v1", OpenItem.EHR_ARRIVED, "told ehr", NOON));
        clinic().given(at(FINISHED))
                .when(new NoteTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/7"))
                .expectEvents(new OutsideTold("v1", OpenItem.EHR_ARRIVED, "ehr", "Encounter/7", NOON));
    }

    @Test
    void aPersonClosesWhatIsOpenAndSaysWhy() {
        ItemRaised raised = new ItemRaised("v1", OpenItem.EHR_ARRIVED, "outage", NOON);
        CloseItemByHand order = new CloseItemByHand("v1", OpenItem.EHR_ARRIVED, "told by phone");
        MetaData fran = MetaData.with(Facts.ACTOR, "fran");
        ItemClosedByHand closed = new ItemClosedByHand("v1", OpenItem.EHR_ARRIVED, "told by phone", "fran", NOON);
        clinic().given(at(FINISHED)).andGiven(raised).when(order, fran).expectEvents(closed);
        clinic().given(at(FINISHED))
                .andGiven(raised, closed)
                .when(order, fran)
                .expectNoEvents()
                .expectException(Refused.WrongState.class);
        clinic().given(at(WAITING)).when(order, fran).expectException(Refused.WrongState.class);
    }

    @Test
    void aWrongCheckInIsTakenBackOnceAndTheEndOfTheVisitCannotBe() {
        ReverseCheckIn order = new ReverseCheckIn("v1", "the other Maria");
        clinic().given(at(WAITING))
                .when(order)
                .expectEvents(new CheckInReversed("v1", "main", "p1", "a1", "the other Maria", NOON));
        clinic().given(at(ENTERED_IN_ERROR)).when(order).expectNoEvents().expectSuccessfulHandlerExecution();
        clinic().given(at(FINISHED))
                .when(order)
                .expectNoEvents()
                .expectExceptionMessage(
                        "The visit is finished; it can be reversed only when it is requested, checking-in,"
                                + " waiting, in-service, left, entered-in-error. What was told and billed depends on the last"
                                + " step, completing the service.");
    }

    @Test
    void whoCameTooEarlyWaitsForTheWindow() {
        EndPatience order = new EndPatience("v1", "window");
        clinic().given(at(CHECKING_IN)).when(order).expectEvents(new PatienceEnded("v1", "window", NOON));
        clinic().given(at(REQUESTED)).when(order).expectEvents(new PatienceEnded("v1", "window", NOON));
        clinic().given(at(CANCELLED)).when(order).expectNoEvents();
        clinic().given(at(WAITING)).when(order).expectNoEvents();
    }

    @Test
    void aStepIsNotedOnceAsItStands() {
        NoteStep order = new NoteStep("v1", CheckInPart.ELIGIBILITY, StepState.DONE, "active");
        StepNoted noted = new StepNoted("v1", CheckInPart.ELIGIBILITY, StepState.DONE, "active", NOON);
        clinic().given(at(WAITING)).when(order).expectEvents(noted);
        clinic().given(at(WAITING)).andGiven(noted).when(order).expectNoEvents();
        clinic().given(at(WAITING))
                .andGiven(noted)
                .when(new NoteStep("v1", CheckInPart.ELIGIBILITY, StepState.DONE, "inactive"))
                .expectEvents(new StepNoted("v1", CheckInPart.ELIGIBILITY, StepState.DONE, "inactive", NOON));
        clinic().given(at(WAITING))
                .andGiven(noted)
                .when(new NoteStep("v1", CheckInPart.CO_PAY, StepState.SKIPPED, null))
                .expectEvents(new StepNoted("v1", CheckInPart.CO_PAY, StepState.SKIPPED, null, NOON));
    }

    @Test
    void patienceWithThePayerEndsOnceAndOnlyBeforeThePlace() {
        EndPatience order = new EndPatience("v1", "eligibility");
        PatienceEnded ended = new PatienceEnded("v1", "eligibility", NOON);
        clinic().given(at(REQUESTED)).when(order).expectEvents(ended);
        clinic().given(at(CHECKING_IN))
                .andGiven(new PatientLookupAnswered("v1", LookupOutcome.FOUND, "p1", null, NOON))
                .when(order)
                .expectEvents(ended);
        clinic().given(at(CHECKING_IN)).andGiven(ended).when(order).expectNoEvents();
        clinic().given(at(WAITING)).when(order).expectNoEvents();
    }

    @Test
    void aVisitTellsHowItStands() {
        clinic().given(at(WAITING))
                .when(new AskVisit("v1"))
                .expectNoEvents()
                .expectResultMessageMatching(new CustomTypeSafeMatcher<>("waiting in its queue") {
                    @Override
                    protected boolean matchesSafely(CommandResultMessage<?> answer) {
                        return answer.getPayload() instanceof VisitNow now
                                && now.state() == WAITING
                                && now.patientId().equals("p1")
                                && now.queueId() != null
                                && now.entryId() != null;
                    }
                });
    }
}

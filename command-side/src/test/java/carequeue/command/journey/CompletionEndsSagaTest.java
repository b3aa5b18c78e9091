package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueCommand.Leave;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.CheckInReversed;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitReopened;
import org.junit.jupiter.api.Test;

/** How a visit ends, and what brings it back. */
class CompletionEndsSagaTest extends CompletionPlay {

    private static Standing waiting(Integer acuity) {
        return new Standing(EntryState.WAITING, acuity, NOON, null, null, null, null, null, 0);
    }

    private void aSecondPlace() {
        play.tell(new EntryJoined("main.lab.2026-11-23", "e2", "v1", "p1", "B-042", 1, 3, null, null, NOON, NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void theServiceBeginsAndTheVisitEndsWithIt() {
        play.tell(new ServiceStarted(QUEUE, "e1", "v1", "room-1", NOON));
        assertThat(play.names()).containsExactly("BeginService", "BeginAppointment");
        play.tell(new ServiceCompleted(QUEUE, "e1", "v1", null, null, null, NOON));
        assertThat(play.names()).containsExactly("FinishVisit");
        play.tell(new VisitFinished("v1", "p1", "a1", NOON));
        assertThat(play.order(FulfilAppointment.class)).isEqualTo(new FulfilAppointment("a1", "v1"));
        play.result().expectActiveSagas(0);
    }

    @Test
    void whoIsServedForSomethingElseOnlyIsAwaitedForTheAppointmentOnceMore() {
        aSecondPlace();
        play.tell(new EntryNoShow(QUEUE, "e1", "v1", NOON))
                .tell(new ServiceStarted("main.lab.2026-11-23", "e2", "v1", "lab-1", NOON));
        assertThat(play.names()).containsExactly("BeginService");
        play.tell(new ServiceCompleted("main.lab.2026-11-23", "e2", "v1", null, null, null, NOON));
        assertThat(play.order(FinishVisit.class)).isEqualTo(new FinishVisit("v1", false));
        play.tell(new VisitFinished("v1", "p1", null, NOON));
        assertThat(play.names()).containsExactly("WithdrawArrival");
        play.result().expectActiveSagas(0);
    }

    @Test
    void whoIsTransferredIsServedThere() {
        play.tell(transferred());
        String there = play.order(JoinQueue.class).entryId();
        play.tell(new ServiceStarted("main.lab.2026-11-23", there, "v1", "lab-1", NOON));
        assertThat(play.names()).containsExactly("BeginService", "BeginAppointment");
    }

    @Test
    void aNextServiceThatTakesNobodyEndsTheVisitWithAnOpenItem() {
        play.refusing(JoinQueue.class, Play.closed())
                .tell(new ServiceCompleted(QUEUE, "e1", "v1", "lab", NOON, "arrives-again", NOON));
        assertThat(play.names()).containsExactly("JoinQueue", "RaiseItem", "FinishVisit");
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.NOT_PLACED);
    }

    @Test
    void aTransferThatIsRefusedPutsThePatientBackOrEndsTheVisitAloud() {
        play.refusing(JoinQueue.class, Play.closed()).tell(transferred());
        assertThat(play.names()).containsExactly("JoinQueue", "JoinQueue", "RaiseItem", "EndUnseen");
        assertThat(play.ordered().get(1).getPayload()).isEqualTo(further("urgent-care", "p1", 3, "event-3", "back"));
    }

    @Test
    void whoLeavesEndsTheVisitAndTheAppointmentIsGivenBack() {
        play.tell(new EntryLeft(QUEUE, "e1", "v1", "no time", NOON));
        assertThat(play.order(EndUnseen.class)).isEqualTo(new EndUnseen("v1", "no time"));
        play.tell(new VisitLeft("v1", "p1", "a1", "no time", NOON));
        assertThat(play.names()).containsExactly("WithdrawArrival");
    }

    @Test
    void leavingTakenBackOpensTheVisitAgain() {
        play.tell(new EntryLeft(QUEUE, "e1", "v1", "no time", NOON))
                .tell(new StepUndone(QUEUE, "e1", "v1", "queue.entry-left", waiting(3), NOON));
        assertThat(play.names()).containsExactly("ReopenVisit");
        play.tell(new VisitReopened("v1", "main", "p1", NOON));
        assertThat(play.names()).containsExactly("Arrive", "CheckInAppointment");
    }

    @Test
    void whoHasAnotherOpenVisitLeavesAgain() {
        play.refusing(ReopenVisit.class, new Refused.AlreadyTaken("open-visit", "v2"))
                .tell(new StepUndone(QUEUE, "e1", "v1", "queue.entry-left", waiting(3), NOON));
        assertThat(play.names()).containsExactly("ReopenVisit", "Leave");
        assertThat(play.order(Leave.class).reason()).contains("v2");
    }

    @Test
    void aStartTakenBackPutsTheVisitBackToWaiting() {
        play.tell(new StepUndone(QUEUE, "e1", "v1", "queue.service-started", waiting(3), NOON));
        assertThat(play.names()).containsExactly("BackToWaiting");
        play.tell(new StepUndone(QUEUE, "e1", "v1", "queue.entry-called", waiting(3), NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void noShowAndComingBackLeaveTheVisitAsItIs() {
        play.tell(new EntryNoShow(QUEUE, "e1", "v1", NOON));
        assertThat(play.names()).isEmpty();
        play.tell(new EntryBroughtBack(QUEUE, "e1", "v1", NOON, "keeps-arrival", NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void whoComesBackAfterTheEndOfTheDayOpensTheVisitAgain() {
        VisitLeft left = new VisitLeft("v1", "p1", "a1", "no-show", NOON);
        play.tell(new EntryNoShow(QUEUE, "e1", "v1", NOON)).tell(left);
        play.tell(new EntryBroughtBack(QUEUE, "e1", "v1", NOON, "keeps-arrival", NOON));
        assertThat(play.names()).containsExactly("ReopenVisit");
        play.tell(new VisitReopened("v1", "main", "p1", NOON)).tell(left);
        play.tell(new StepUndone(QUEUE, "e1", "v1", "queue.entry-no-show", waiting(3), NOON));
        assertThat(play.names()).containsExactly("ReopenVisit");
    }

    @Test
    void theVisitEndsWithTheLastOfItsServices() {
        aSecondPlace();
        play.tell(new ServiceCompleted(QUEUE, "e1", "v1", null, null, null, NOON));
        assertThat(play.names()).containsExactly("BackToWaiting");
        play.tell(new ServiceCompleted("main.lab.2026-11-23", "e2", "v1", null, null, null, NOON));
        assertThat(play.names()).containsExactly("FinishVisit");
    }

    @Test
    void whoLeavesOneOfTwoLinesStaysInTheOther() {
        aSecondPlace();
        play.tell(new EntryLeft(QUEUE, "e1", "v1", "no time", NOON));
        assertThat(play.names()).isEmpty();
        play.tell(new EntryLeft("main.lab.2026-11-23", "e2", "v1", "no time", NOON));
        assertThat(play.names()).containsExactly("EndUnseen");
    }

    @Test
    void whoIsMissedInOneLineIsDoneWithTheOther() {
        aSecondPlace();
        play.tell(new EntryNoShow(QUEUE, "e1", "v1", NOON));
        play.tell(new ServiceCompleted("main.lab.2026-11-23", "e2", "v1", null, null, null, NOON));
        assertThat(play.names()).containsExactly("FinishVisit");
    }

    @Test
    void whatWasTakenBackIsOver() {
        play.tell(new CheckInReversed("v1", "main", "p1", "a1", "the other one", NOON));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(0);
    }

    @Test
    void aPlaceForAVisitThatIsOverIsGivenUp() {
        Play<VisitCompletionSaga> late = new Play<>(VisitCompletionSaga.class);
        late.refusing(PlaceVisit.class, new Refused.WrongState("left", "The visit is over."));
        late.tell(new EntryJoined(QUEUE, "e1", "v1", "p1", "B-042", 1, 3, null, null, NOON, NOON));
        assertThat(late.names()).containsExactly("PlaceVisit", "EnterInError");
        late.result().expectActiveSagas(0);
    }

    @Test
    void whoHasLeftIsFollowedFurtherSinceThatCanBeTakenBack() {
        play.tell(new EntryLeft(QUEUE, "e1", "v1", "no time", NOON))
                .tell(new VisitLeft("v1", "p1", "a1", "no time", NOON));
        play.result().expectActiveSagas(1);
    }
}

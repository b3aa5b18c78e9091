package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.queue.EntryNote.ProviderMissing;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueCommand.Leave;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitEvent.VisitReopened;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every path from a place in the queue to the end of the visit. */
class VisitCompletionSagaTest {

    private static final String QUEUE = "main.urgent-care.2026-11-23";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Play<VisitCompletionSaga> play = new Play<>(VisitCompletionSaga.class);

    private static Standing waiting(Integer acuity) {
        return new Standing(EntryState.WAITING, acuity, NOON, null, null, null, null, null, 0);
    }

    @BeforeEach
    void aPatientGotAPlace() {
        play.tell(new EntryJoined(QUEUE, "e1", "v1", "p1", "B-042", 1, 3, null, null, NOON, NOON));
        assertThat(play.order(PlaceVisit.class)).isEqualTo(new PlaceVisit("v1", QUEUE, "e1", "B-042"));
        play.tell(new VisitPlaced("v1", "p1", "a1", QUEUE, "e1", "B-042", NOON));
    }

    private static JoinQueue further(String service, String patient, Integer acuity, String event, String step) {
        return new JoinQueue(
                Ids.queue("main", service, DAY),
                "main",
                service,
                DAY,
                Ids.derived("entry", "v1", event, step),
                "v1",
                patient,
                acuity,
                null,
                null,
                NOON,
                "B-042",
                null,
                Play.SITE);
    }

    @Test
    void theServiceBeginsAndTheVisitEndsWithIt() {
        play.tell(new ServiceStarted(QUEUE, "e1", "v1", "room-1", NOON));
        assertThat(play.names()).containsExactly("BeginService");
        play.tell(new ServiceCompleted(QUEUE, "e1", "v1", null, NOON));
        assertThat(play.names()).containsExactly("FinishVisit");
        play.tell(new VisitFinished("v1", "p1", "a1", NOON));
        assertThat(play.order(FulfilAppointment.class)).isEqualTo(new FulfilAppointment("a1", "v1"));
        play.result().expectActiveSagas(0);
    }

    @Test
    void theNextServiceIsJoinedWithTheSameTicket() {
        play.tell(new EntryPrioritized(QUEUE, "e1", 3, 2, "worse", NOON))
                .tell(new PatientIdentified("v1", "main", "p2", "p1", NOON))
                .tell(new ServiceCompleted(QUEUE, "e1", "v1", "lab", NOON));
        assertThat(play.names()).containsExactly("JoinQueue");
        assertThat(play.order(JoinQueue.class)).isEqualTo(further("lab", "p2", 2, "event-5", "next"));
    }

    @Test
    void aNextServiceThatTakesNobodyEndsTheVisitWithAnOpenItem() {
        play.refusing(JoinQueue.class, Play.closed()).tell(new ServiceCompleted(QUEUE, "e1", "v1", "lab", NOON));
        assertThat(play.names()).containsExactly("JoinQueue", "RaiseItem", "FinishVisit");
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.NOT_PLACED);
    }

    private static EntryTransferred transferred() {
        return new EntryTransferred(QUEUE, "e1", "v1", "main", "lab", "blood", NOON, "keeps-arrival", NOON);
    }

    @Test
    void aTransferJoinsTheOtherQueueWithTheSameTicket() {
        play.tell(transferred());
        assertThat(play.names()).containsExactly("JoinQueue");
        assertThat(play.order(JoinQueue.class)).isEqualTo(further("lab", "p1", 3, "event-3", "there"));
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
    void whoWaitsForAProviderWhoIsAwayHearsOfIt() {
        play.tell(new ProviderMissing(QUEUE, "e1", "v1", "dr-lee", NOON));
        RequestNotification told = play.order(RequestNotification.class);
        assertThat(told.patientId()).isEqualTo("p1");
        assertThat(told.visitId()).isEqualTo("v1");
        assertThat(told.template()).isEqualTo(MessageTemplate.VISIT_CHANGED);
        assertThat(told.variables()).containsEntry("ticket", "B-042").doesNotContainValue("dr-lee");
    }

    private void aSecondPlace() {
        play.tell(new EntryJoined("main.lab.2026-11-23", "e2", "v1", "p1", "B-042", 1, 3, null, null, NOON, NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void theVisitEndsWithTheLastOfItsServices() {
        aSecondPlace();
        play.tell(new ServiceCompleted(QUEUE, "e1", "v1", null, NOON));
        assertThat(play.names()).containsExactly("BackToWaiting");
        play.tell(new ServiceCompleted("main.lab.2026-11-23", "e2", "v1", null, NOON));
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
        play.tell(new ServiceCompleted("main.lab.2026-11-23", "e2", "v1", null, NOON));
        assertThat(play.names()).containsExactly("FinishVisit");
    }
}

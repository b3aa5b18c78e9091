package carequeue.command.queue;

import static carequeue.command.queue.Clinic.NOON;
import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.SITE;
import static carequeue.command.queue.Stories.joined;
import static carequeue.command.queue.Stories.minutesAgo;
import static carequeue.command.queue.Stories.opened;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.queue.QueueEvent.*;
import java.time.Duration;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** How an entry goes on, comes back, is held or undone. */
class MovingOnTest extends QueueRules {

    @Test
    void recallsHaveALimit() {
        CallingPolicy once = new CallingPolicy("x", 1, 3, Duration.ofMinutes(60), 1, 0, true, true, false);
        Stories.fixture()
                .given(
                        opened(once),
                        joined("ann", 1, 3),
                        Stories.called("ann", "room-1"),
                        new EntryRecalled(QUEUE, "ann", "visit-ann", 1, minutesAgo(8)),
                        Stories.called("ann", "room-1"))
                .when(new RecallEntry(QUEUE, "ann"))
                .expectException(rule("recall-limit"));
    }

    @Test
    void theMostUrgentAndTheNotTriagedAreNeverHeldForMoney() {
        for (Integer acuity : new Integer[] {null, 1, 2}) {
            for (HoldReason money : List.of(HoldReason.PAYMENT, HoldReason.INSURANCE)) {
                clinic().given(OPENED, joined("ann", 1, acuity))
                        .when(new HoldEntry(QUEUE, "ann", money))
                        .expectException(rule("never-held"));
            }
            clinic().given(OPENED, joined("ann", 1, acuity))
                    .when(new HoldEntry(QUEUE, "ann", HoldReason.STEPPED_OUT))
                    .expectEvents(new EntryHeld(QUEUE, "ann", HoldReason.STEPPED_OUT, NOON));
        }
    }

    @Test
    void aHoldForMoneyEndsWhenThePatientBecomesUrgent() {
        clinic().given(OPENED, joined("ann", 1, 3), new EntryHeld(QUEUE, "ann", HoldReason.PAYMENT, minutesAgo(5)))
                .when(new Prioritize(QUEUE, "ann", 2, "worse"), MetaData.with(Facts.ROLES, "manager"))
                .expectEvents(
                        new EntryReleased(QUEUE, "ann", NOON), new EntryPrioritized(QUEUE, "ann", 3, 2, "worse", NOON))
                .expectResultMessagePayload(new EntryOutcome("ann", EntryState.WAITING));
    }

    @Test
    void onlyCliniciansSetTheAcuity() {
        clinic().given(OPENED, joined("ann", 1, 3))
                .when(new Prioritize(QUEUE, "ann", 1, "worse"), MetaData.with(Facts.ROLES, "front-desk kiosk"))
                .expectException(Refused.NotAllowed.class);
        clinic().given(OPENED, joined("ann", 1, 3))
                .when(new Prioritize(QUEUE, "ann", 3, "same"), MetaData.with(Facts.ROLES, "clinician"))
                .expectNoEvents();
    }

    @Test
    void whoComesBackKeepsTheArrivalOrArrivesAgainByThePolicy() {
        List<Object> story = List.of(
                joined("ann", 1, 3, minutesAgo(30)),
                Stories.called("ann", "room-1"),
                new EntryNoShow(QUEUE, "ann", "visit-ann", minutesAgo(9)));
        clinic().given(OPENED)
                .andGiven(story)
                .when(new BringBack(QUEUE, "ann"))
                .expectEvents(new EntryBroughtBack(QUEUE, "ann", "visit-ann", minutesAgo(30), "keeps-arrival", NOON));
        CallingPolicy again = new CallingPolicy("x", 1, 3, Duration.ofMinutes(60), 3, 0, false, false, false);
        Stories.fixture()
                .given(opened(again))
                .andGiven(story)
                .when(new BringBack(QUEUE, "ann"))
                .expectEvents(new EntryBroughtBack(QUEUE, "ann", "visit-ann", NOON, "arrives-again", NOON));
    }

    @Test
    void aTransferGoesToAnotherServiceThatExists() {
        clinic().given(OPENED, joined("ann", 1, 3, minutesAgo(30)))
                .when(new TransferEntry(QUEUE, "ann", "lab", null, "blood first", SITE))
                .expectEvents(new EntryTransferred(
                        QUEUE,
                        "ann",
                        "visit-ann",
                        "main",
                        "lab",
                        "blood first",
                        minutesAgo(30),
                        "keeps-arrival",
                        NOON));
        clinic().given(OPENED, joined("ann", 1, 3))
                .when(new TransferEntry(QUEUE, "ann", "dentist", null, "tooth", SITE))
                .expectException(rule("unknown-service"));
        clinic().given(OPENED, joined("ann", 1, 3))
                .when(new TransferEntry(QUEUE, "ann", "urgent-care", "main", "what for", SITE))
                .expectException(rule("same-queue"));
    }

    @Test
    void whatIsTypedInAfterwardsKeepsTheOrderOfTheSteps() {
        List<Object> story = List.of(
                OPENED,
                joined("ann", 1, 3, minutesAgo(30)),
                Stories.called("ann", "room-1"),
                new ServiceStarted(QUEUE, "ann", "visit-ann", "room-1", minutesAgo(9)));
        MetaData eightAgo = MetaData.with(Facts.OCCURRED_AT, minutesAgo(8).toString());
        Stories.fixture()
                .given(story)
                .when(new CompleteService(QUEUE, "ann", null, SITE), eightAgo)
                .expectEvents(new ServiceCompleted(QUEUE, "ann", "visit-ann", null, null, null, minutesAgo(8)));
        MetaData tenAgo = MetaData.with(Facts.OCCURRED_AT, minutesAgo(10).toString());
        Stories.fixture()
                .given(story)
                .when(new CompleteService(QUEUE, "ann", null, SITE), tenAgo)
                .expectException(rule("before-the-last-step"));
    }

    @Test
    void theNextServiceMustExist() {
        clinic().given(Stories.anEntry(EntryState.IN_SERVICE))
                .when(new CompleteService(QUEUE, "ann", "dentist", SITE))
                .expectException(rule("unknown-service"));
        clinic().given(Stories.anEntry(EntryState.IN_SERVICE))
                .when(new CompleteService(QUEUE, "ann", "lab", SITE))
                .expectEvents(new ServiceCompleted(QUEUE, "ann", "visit-ann", "lab", NOON, "arrives-again", NOON));
    }

    @Test
    void undoRestoresHowTheEntryStoodStepByStep() {
        FixtureConfiguration<Queue> clinic = clinic();
        Standing waiting = new Standing(EntryState.WAITING, 3, minutesAgo(30), null, null, null, null, null, 0);
        Standing called =
                new Standing(EntryState.CALLED, 3, minutesAgo(30), "room-1", "Room 1", minutesAgo(10), null, null, 0);
        StepUndone start = new StepUndone(QUEUE, "ann", "visit-ann", "queue.service-started", called, NOON);
        clinic.given(Stories.anEntry(EntryState.IN_SERVICE))
                .when(new UndoStep(QUEUE, "ann"))
                .expectEvents(start)
                .expectResultMessagePayload(new EntryOutcome("ann", EntryState.CALLED));
        clinic().given(Stories.anEntry(EntryState.IN_SERVICE))
                .andGiven(start)
                .when(new UndoStep(QUEUE, "ann"))
                .expectEvents(new StepUndone(QUEUE, "ann", "visit-ann", "queue.entry-called", waiting, NOON));
    }

    @Test
    void undoIsRefusedNamingTheStepOnceSomethingDependsOnIt() {
        clinic().given(Stories.anEntry(EntryState.WAITING))
                .when(new UndoStep(QUEUE, "ann"))
                .expectException(state("waiting", "joining the queue"));
        clinic().given(Stories.anEntry(EntryState.COMPLETED))
                .when(new UndoStep(QUEUE, "ann"))
                .expectException(state("completed", "completing the service"));
        clinic().given(Stories.anEntry(EntryState.TRANSFERRED))
                .when(new UndoStep(QUEUE, "ann"))
                .expectException(state("transferred", "the transfer"));
        EntryJoined again = new EntryJoined(
                QUEUE, "x", "visit-2", "patient-ann", "B-002", 2, 3, null, null, minutesAgo(1), minutesAgo(1));
        clinic().given(Stories.anEntry(EntryState.LEFT))
                .andGiven(again)
                .when(new UndoStep(QUEUE, "ann"))
                .expectException(rule("twice-in-queue"));
        clinic().given(Stories.anEntry(EntryState.NO_SHOW))
                .andGiven(new EntryElsewhere(QUEUE, "ann", true, minutesAgo(1)))
                .when(new UndoStep(QUEUE, "ann"))
                .expectException(state("elsewhere", "another queue"));
    }
}

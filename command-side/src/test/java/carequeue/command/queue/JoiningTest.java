package carequeue.command.queue;

import static carequeue.command.queue.Clinic.NOON;
import static carequeue.command.queue.Stories.DAY;
import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.SITE;
import static carequeue.command.queue.Stories.join;
import static carequeue.command.queue.Stories.joined;
import static carequeue.command.queue.Stories.minutesAgo;
import static carequeue.command.queue.Stories.opened;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.site.Site;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who joins a queue, when, and with which ticket. */
class JoiningTest extends QueueRules {

    @Test
    void theFirstArrivalOpensTheQueueAndGetsTheFirstTicket() {
        clinic().givenNoPriorActivity()
                .when(join("ann"))
                .expectResultMessagePayload(new Joined("ann", "B-001"))
                .expectEvents(
                        OPENED,
                        new EntryJoined(
                                QUEUE, "ann", "visit-ann", "patient-ann", "B-001", 1, null, null, null, NOON, NOON));
    }

    @Test
    void openingTwiceIsHarmless() {
        clinic().given(OPENED)
                .when(new OpenQueue(QUEUE, "main", "urgent-care", DAY, SITE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aQueueIsOnlyTheOneOfItsSiteServiceAndDay() {
        clinic().givenNoPriorActivity()
                .when(new OpenQueue("main.lab.2026-11-23", "main", "urgent-care", DAY, SITE))
                .expectException(Refused.BadField.class);
    }

    @Test
    void theSameEntryAgainAnswersTheSameTicketAndNothingHappens() {
        clinic().given(OPENED, joined("ann", 1, 3), joined("bob", 2, 3))
                .when(join("ann"))
                .expectNoEvents()
                .expectResultMessagePayload(new Joined("ann", "B-001"));
    }

    @Test
    void aPatientIsNotTwiceInTheSameQueue() {
        JoinQueue again = new JoinQueue(
                QUEUE,
                "main",
                "urgent-care",
                DAY,
                "other",
                "visit-2",
                "patient-ann",
                null,
                null,
                null,
                null,
                null,
                null,
                SITE);
        clinic().given(OPENED, joined("ann", 1, 3)).when(again).expectException(rule("twice-in-queue"));
    }

    @Test
    void aTicketStaysWithTheVisitAndTakesNoNumber() {
        clinic().given(OPENED, joined("ann", 1, 3))
                .when(join("lea", "L-007"))
                .expectResultMessagePayload(new Joined("lea", "L-007"))
                .expectState(q -> assertThat(q.line().ticketFor("v", null, "B")).isEqualTo("B-002"));
    }

    @Test
    void whoWasHereBeforeComesBackWithTheirTicket() {
        JoinQueue back = new JoinQueue(
                QUEUE,
                "main",
                "urgent-care",
                DAY,
                "back",
                "visit-ann",
                "patient-ann",
                null,
                null,
                null,
                null,
                "B-001",
                null,
                SITE);
        clinic().given(OPENED, joined("ann", 1, 3), new EntryLeft(QUEUE, "ann", "visit-ann", "to the lab", NOON))
                .when(back)
                .expectResultMessagePayload(new Joined("back", "B-001"));
    }

    @Test
    void aTicketFromElsewhereThatIsTakenHereIsReplaced() {
        clinic().given(OPENED, joined("ann", 1, 3))
                .when(join("eve", "B-001"))
                .expectResultMessagePayload(new Joined("eve", "B-002"));
    }

    @Test
    void aClosedQueueTakesNoArrivalAndNamesTheNextOpening() {
        clinic().given(OPENED, new QueueClosed(QUEUE))
                .when(join("ann"))
                .expectNoEvents()
                .expectException(state("closed", "2026-11-24 at 03:00:00 (America/New_York)"));
    }

    @Test
    void outsideTheHoursNobodyJoins() {
        Site mornings = Clinic.with(CallingPolicy.DEFAULT, LocalTime.of(8, 0), LocalTime.of(11, 0));
        JoinQueue early = new JoinQueue(
                QUEUE, "main", "urgent-care", DAY, "ann", "v", "p", null, null, null, null, null, null, mornings);
        Stories.fixture().givenNoPriorActivity().when(early).expectException(state("closed", "2026-11-24 at 08:00:00"));
    }

    @Test
    void aPausedQueueTakesArrivalsButCallsNobody() {
        clinic().given(OPENED, new QueuePaused(QUEUE)).when(join("ann")).expectSuccessfulHandlerExecution();
        clinic().given(OPENED, joined("ann", 1, 3), new QueuePaused(QUEUE))
                .when(new CallNext(QUEUE, "room-1", Set.of(), SITE))
                .expectException(state("paused", "resume"));
        clinic().given(OPENED, joined("ann", 1, 3), new QueuePaused(QUEUE))
                .when(new CallEntry(QUEUE, "ann", "room-1", null, SITE))
                .expectException(state("paused", "resume"));
    }

    @Test
    void openPausedAndClosedFollowEachOtherAsStated() {
        clinic().given(OPENED).when(new PauseQueue(QUEUE)).expectEvents(new QueuePaused(QUEUE));
        clinic().given(OPENED, new QueuePaused(QUEUE))
                .when(new PauseQueue(QUEUE))
                .expectException(state("paused", "paused"));
        clinic().given(OPENED, new QueuePaused(QUEUE))
                .when(new ResumeQueue(QUEUE))
                .expectEvents(new QueueResumed(QUEUE));
        clinic().given(OPENED).when(new ResumeQueue(QUEUE)).expectException(state("open", "resumed"));
        clinic().given(OPENED).when(new CloseQueue(QUEUE, false, SITE)).expectEvents(new QueueClosed(QUEUE));
        clinic().given(OPENED, new QueuePaused(QUEUE))
                .when(new CloseQueue(QUEUE, false, SITE))
                .expectEvents(new QueueClosed(QUEUE));
        for (Object order :
                List.of(new PauseQueue(QUEUE), new ResumeQueue(QUEUE), new CloseQueue(QUEUE, false, SITE))) {
            clinic().given(OPENED, new QueueClosed(QUEUE)).when(order).expectException(state("closed", "closed"));
        }
        clinic().given(OPENED, new QueueClosed(QUEUE))
                .when(new OpenQueue(QUEUE, "main", "urgent-care", DAY, SITE))
                .expectException(state("closed", "opens next"));
    }

    @Test
    void whoWaitsInAClosedQueueIsStillCalled() {
        clinic().given(OPENED, joined("ann", 1, 3), new QueueClosed(QUEUE))
                .when(new CallNext(QUEUE, "room-1", Set.of(), SITE))
                .expectResultMessagePayload(new Called("ann", "B-001"));
    }

    @Test
    void theNextServiceCountsFromTheFirstArrivalWhereThePolicySaysSo() {
        CallingPolicy keeps = new CallingPolicy("x", 1, 3, Duration.ofMinutes(60), 3, 0, true, true, true);
        Stories.fixture()
                .given(opened(keeps), joined("ann", 1, 3, minutesAgo(30)), Stories.called("ann", "room-1"))
                .andGiven(new ServiceStarted(QUEUE, "ann", "visit-ann", "room-1", minutesAgo(9)))
                .when(new CompleteService(QUEUE, "ann", "lab", SITE))
                .expectEvents(
                        new ServiceCompleted(QUEUE, "ann", "visit-ann", "lab", minutesAgo(30), "keeps-arrival", NOON));
    }
}

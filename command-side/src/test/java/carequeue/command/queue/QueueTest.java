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

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.site.Site;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** What a queue decides, case by case; who may be stepped where stands in {@link EntryTransitionsTest}. */
class QueueTest {

    private static final QueueOpened OPENED = opened(CallingPolicy.DEFAULT);

    private static FixtureConfiguration<Queue> clinic() {
        return Stories.fixture();
    }

    private static CustomTypeSafeMatcher<Throwable> rule(String name) {
        return new CustomTypeSafeMatcher<>("refused by the rule " + name) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.AgainstRule against
                        && against.rule().equals(name);
            }
        };
    }

    private static CustomTypeSafeMatcher<Throwable> state(String name, String words) {
        return new CustomTypeSafeMatcher<>("refused in the state " + name + ", saying " + words) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.WrongState wrong
                        && wrong.state().equals(name)
                        && wrong.getMessage().contains(words);
            }
        };
    }

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
    void everyEventSaysWhereAndWhenAndOnWhichVisit() {
        clinic().given(OPENED, joined("ann", 1, 3))
                .when(new Leave(QUEUE, "ann", "no time"), MetaData.with(Facts.OCCURRED_AT, "2026-11-23T16:00:00Z"))
                .expectEvents(new EntryLeft(QUEUE, "ann", "visit-ann", "no time", NOON.minusSeconds(3600)))
                .expectEventsMatching(new CustomTypeSafeMatcher<List<EventMessage<?>>>("facts of the place and time") {
                    @Override
                    protected boolean matchesSafely(List<EventMessage<?>> events) {
                        return events.get(0)
                                .getMetaData()
                                .entrySet()
                                .containsAll(Map.of(
                                                Facts.SITE, "main",
                                                Facts.BUSINESS_DAY, "2026-11-23",
                                                Facts.CORRELATION_ID, "visit-ann",
                                                Facts.OCCURRED_AT, "2026-11-23T16:00:00Z")
                                        .entrySet());
                    }
                });
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
    void callNextTakesTheMostUrgentAndNotesWhomItOvertook() {
        clinic().given(OPENED, joined("ann", 1, 3), joined("bob", 2, 2), joined("cid", 3, null))
                .when(new CallNext(QUEUE, "room-1", Set.of(), SITE))
                .expectResultMessagePayload(new Called("bob", "B-002"))
                .expectEvents(new EntryCalled(
                        QUEUE,
                        "bob",
                        "visit-bob",
                        "B-002",
                        "room-1",
                        "Room 1",
                        true,
                        List.of(),
                        null,
                        "acuity-slot-arrival/1",
                        NOON));
    }

    @Test
    void nobodyWaitingIsAnAnswerAndNoEvent() {
        clinic().given(OPENED)
                .when(new CallNext(QUEUE, "room-1", Set.of(), SITE))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aServicePointMustExistAndServeTheQueue() {
        ResultValidator<Queue> unknown = clinic().given(OPENED).when(new CallNext(QUEUE, "room-9", Set.of(), SITE));
        unknown.expectException(rule("unknown-service-point"))
                .expectExceptionMessage("There is no service point of this name here; this queue has room-1, room-2.");
        clinic().given(OPENED)
                .when(new CallNext(QUEUE, "lab-1", Set.of(), SITE))
                .expectException(rule("wrong-service-point"));
    }

    @Test
    void aPointMayHaveOnlySoManyCalled() {
        CallingPolicy one = new CallingPolicy("x", 1, 3, Duration.ofMinutes(60), 3, 1, true, true);
        Stories.fixture()
                .given(opened(one), joined("ann", 1, 3), joined("bob", 2, 3), Stories.called("ann", "room-1"))
                .when(new CallNext(QUEUE, "room-1", Set.of(), SITE))
                .expectException(rule("called-at-most"));
        Stories.fixture()
                .given(opened(one), joined("ann", 1, 3), joined("bob", 2, 3), Stories.called("ann", "room-1"))
                .when(new CallNext(QUEUE, "room-2", Set.of(), SITE))
                .expectResultMessagePayload(new Called("bob", "B-002"));
        Stories.fixture()
                .given(opened(one), joined("ann", 1, 3), joined("bob", 2, 3), Stories.called("ann", "room-1"))
                .andGiven(
                        new EntryRecalled(QUEUE, "ann", "visit-ann", 1, minutesAgo(2)), Stories.called("bob", "room-1"))
                .when(new UndoStep(QUEUE, "ann"))
                .expectException(rule("called-at-most"));
    }

    @Test
    void aChosenCallThatOvertakesNeedsAReasonAndSaysWhom() {
        clinic().given(OPENED, joined("ann", 1, 3), joined("bob", 2, 3))
                .when(new CallEntry(QUEUE, "bob", "room-1", " ", SITE))
                .expectNoEvents()
                .expectException(rule("reason-needed"));
        clinic().given(OPENED, joined("ann", 1, 3), joined("bob", 2, 3))
                .when(new CallEntry(QUEUE, "bob", "room-1", "in pain", SITE))
                .expectEvents(new EntryCalled(
                        QUEUE,
                        "bob",
                        "visit-bob",
                        "B-002",
                        "room-1",
                        "Room 1",
                        false,
                        List.of("ann"),
                        "in pain",
                        "acuity-slot-arrival/1",
                        NOON));
    }

    @Test
    void whoIsElsewhereKeepsThePlaceButIsNotCalled() {
        EntryElsewhere away = new EntryElsewhere(QUEUE, "ann", true, minutesAgo(5));
        clinic().given(OPENED, joined("ann", 1, 3), joined("bob", 2, 3), away)
                .when(new CallNext(QUEUE, "room-1", Set.of(), SITE))
                .expectResultMessagePayload(new Called("bob", "B-002"));
        clinic().given(OPENED, joined("ann", 1, 3), away)
                .when(new CallEntry(QUEUE, "ann", "room-1", null, SITE))
                .expectException(state("elsewhere", "another queue"));
        clinic().given(OPENED, joined("ann", 1, 3), away)
                .when(new MarkElsewhere(QUEUE, "ann", true))
                .expectNoEvents();
        clinic().given(OPENED, joined("ann", 1, 3), away)
                .when(new MarkElsewhere(QUEUE, "ann", false))
                .expectEvents(new EntryElsewhere(QUEUE, "ann", false, NOON));
    }

    @Test
    void recallsHaveALimit() {
        CallingPolicy once = new CallingPolicy("x", 1, 3, Duration.ofMinutes(60), 1, 0, true, true);
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
        CallingPolicy again = new CallingPolicy("x", 1, 3, Duration.ofMinutes(60), 3, 0, false, false);
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
    void theNextServiceMustExist() {
        clinic().given(Stories.anEntry(EntryState.IN_SERVICE))
                .when(new CompleteService(QUEUE, "ann", "dentist", SITE))
                .expectException(rule("unknown-service"));
        clinic().given(Stories.anEntry(EntryState.IN_SERVICE))
                .when(new CompleteService(QUEUE, "ann", "lab", SITE))
                .expectEvents(new ServiceCompleted(QUEUE, "ann", "visit-ann", "lab", NOON));
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

    @Test
    void automaticCallsLetNobodyBeOvertakenBeyondTheBound() {
        // cid's slot has come, yet ann was overtaken three times by automatic calls and must be next of her acuity.
        EntryJoined booked = new EntryJoined(
                QUEUE, "cid", "visit-cid", "patient-cid", "B-009", 9, 3, null, minutesAgo(5), minutesAgo(1), NOON);
        EntryCalled overtook = new EntryCalled(
                QUEUE, "x", "v", "B-002", "room-1", "Room 1", true, List.of("ann"), null, "p/1", minutesAgo(4));
        clinic().given(OPENED, joined("ann", 1, 3), booked, overtook, overtook)
                .when(new CallNext(QUEUE, "room-1", Set.of(), SITE))
                .expectResultMessagePayload(new Called("cid", "B-009"));
        clinic().given(OPENED, joined("ann", 1, 3), booked, overtook, overtook, overtook)
                .when(new CallNext(QUEUE, "room-1", Set.of(), SITE))
                .expectResultMessagePayload(new Called("ann", "B-001"));
    }

    @Test
    void anotherSitesStaffFindNoSuchQueue() {
        clinic().given(OPENED)
                .when(new PauseQueue(QUEUE), MetaData.with(Facts.SITES, "north south"))
                .expectException(Refused.NotFound.class);
        clinic().givenNoPriorActivity()
                .when(new OpenQueue(QUEUE, "main", "urgent-care", DAY, SITE), MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
        clinic().given(OPENED)
                .when(new PauseQueue(QUEUE), MetaData.with(Facts.SITES, "north main"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anUnknownEntryIsNotFound() {
        clinic().given(OPENED).when(new StartService(QUEUE, "nobody")).expectException(Refused.NotFound.class);
    }
}

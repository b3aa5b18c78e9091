package carequeue.command.queue;

import static carequeue.command.queue.Clinic.NOON;
import static carequeue.command.queue.Stories.DAY;
import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.SITE;
import static carequeue.command.queue.Stories.joined;
import static carequeue.command.queue.Stories.minutesAgo;
import static carequeue.command.queue.Stories.opened;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.queue.QueueEvent.*;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** What a queue decides, case by case; who may be stepped where stands in {@link EntryTransitionsTest}. */
class QueueTest extends QueueRules {

    @Test
    void everyEventSaysWhereAndWhenAndOnWhichVisit() {
        clinic().given(OPENED, joined("ann", 1, 3, minutesAgo(70)))
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
        CallingPolicy one = new CallingPolicy("x", 1, 3, Duration.ofMinutes(60), 3, 1, true, true, false);
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

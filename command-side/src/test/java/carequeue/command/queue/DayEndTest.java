package carequeue.command.queue;

import static carequeue.command.queue.Clinic.NOON;
import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.SITE;
import static carequeue.command.queue.Stories.joined;
import static carequeue.command.queue.Stories.minutesAgo;
import static carequeue.command.queue.Stories.opened;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryNote.EntryUnfinished;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand.CloseQueue;
import carequeue.api.queue.QueueCommand.EndDay;
import carequeue.api.queue.QueueEvent;
import carequeue.api.queue.QueueEvent.*;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** How a queue's day ends for those who are still in it. */
class DayEndTest {

    private static final QueueOpened OPENED = opened(CallingPolicy.DEFAULT);
    private static final EntryHeld HELD = new EntryHeld(QUEUE, "bob", HoldReason.PAPERWORK, minutesAgo(9));
    private static final EntryLeft ANN_GONE = new EntryLeft(QUEUE, "ann", "visit-ann", "closed", NOON);
    private static final EntryLeft BOB_GONE = new EntryLeft(QUEUE, "bob", "visit-bob", "closed", NOON);
    private static final EntryUnfinished CID =
            new EntryUnfinished(QUEUE, "cid", "visit-cid", EntryState.CALLED, "Room 1", NOON);

    private static TestExecutor<Queue> evening(QueueEvent... more) {
        List<QueueEvent> story = new ArrayList<>(
                List.of(OPENED, joined("ann", 1, 3), joined("bob", 2, 3), HELD, joined("cid", 3, 3), calledCid()));
        story.addAll(List.of(more));
        return Stories.fixture().given(story);
    }

    private static EntryCalled calledCid() {
        return Stories.called("cid", "room-1");
    }

    @Test
    void closingAsksAboutWhoIsWithStaffAndLetsTheOthersStay() {
        evening().when(new CloseQueue(QUEUE, false, SITE)).expectEvents(new QueueClosed(QUEUE), CID);
    }

    @Test
    void closingForTheDayLetsThoseGoWhoWait() {
        evening().when(new CloseQueue(QUEUE, true, SITE)).expectEvents(new QueueClosed(QUEUE), ANN_GONE, BOB_GONE, CID);
        evening(new QueueClosed(QUEUE), CID)
                .when(new CloseQueue(QUEUE, true, SITE))
                .expectEvents(ANN_GONE, BOB_GONE);
    }

    @Test
    void theEndOfTheDayDoesTheSameOnce() {
        evening().when(new EndDay(QUEUE)).expectEvents(new QueueClosed(QUEUE), ANN_GONE, BOB_GONE, CID);
        evening(new QueueClosed(QUEUE), ANN_GONE, BOB_GONE, CID)
                .when(new EndDay(QUEUE))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whoNeverCameBackIsNotedAtTheEndOfTheDay() {
        Stories.fixture()
                .given(Stories.anEntry(EntryState.NO_SHOW))
                .when(new EndDay(QUEUE))
                .expectEvents(
                        new QueueClosed(QUEUE),
                        new EntryUnfinished(QUEUE, "ann", "visit-ann", EntryState.NO_SHOW, "Room 1", NOON));
    }
}

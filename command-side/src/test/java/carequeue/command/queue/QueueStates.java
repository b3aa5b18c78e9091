package carequeue.command.queue;

import static carequeue.command.queue.Stories.DAY;
import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.SITE;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueCommand;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.queue.QueueCommand.AskLine;
import carequeue.api.queue.QueueEvent.QueueClosed;
import carequeue.api.queue.QueueEvent.QueueOpened;
import carequeue.api.queue.QueueEvent.QueuePaused;
import carequeue.api.queue.QueueState;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.util.List;
import java.util.Set;

/** A queue with one who waits. */
final class QueueStates extends StateTable<Queue, QueueState> {

    private static final QueueOpened OPENED = Stories.opened(CallingPolicy.DEFAULT);
    private static final Object WAITS = Stories.joined("ann", 1, 3);

    QueueStates() {
        super(Queue.class, QueueState.class, QueueCommand.class, QUEUE);
        way(QueueState.OPEN, List.of(OPENED, WAITS));
        way(QueueState.PAUSED, List.of(OPENED, WAITS, new QueuePaused(QUEUE)));
        way(QueueState.CLOSED, List.of(OPENED, WAITS, new QueueClosed(QUEUE)));
        row(new OpenQueue(QUEUE, "main", "urgent-care", DAY, SITE));
        row(new PauseQueue(QUEUE));
        row(new ResumeQueue(QUEUE));
        row(new CloseQueue(QUEUE, false, SITE), "while those who wait are still called");
        row(new CloseQueue(QUEUE, true, SITE), "when those who wait count as gone");
        row(new EndDay(QUEUE));
        row(Stories.join("bob"));
        row(new CallNext(QUEUE, "room-1", Set.of(), SITE));
        row(new NoteProvider(QUEUE, "dr-lee", false));
        row(new AskLine(QUEUE));
    }

    @Override
    protected String name() {
        return "Queue";
    }

    @Override
    protected String about() {
        return "The waiting line of a service on a business day, in which somebody waits. What becomes of one place in it is in the table of the entry.";
    }

    @Override
    protected QueueState state(Queue queue) {
        return queue.state();
    }

    @Override
    protected Sites clinic() {
        return new Sites(List.of(SITE));
    }
}

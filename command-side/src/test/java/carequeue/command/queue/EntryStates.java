package carequeue.command.queue;

import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.SITE;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.util.List;

/** One place in an open queue, of acuity 3, with nobody else in it. */
final class EntryStates extends StateTable<Queue, EntryState> {

    EntryStates() {
        super(Queue.class, EntryState.class, QueueCommand.class, QUEUE);
        before(List.of(Stories.opened(CallingPolicy.DEFAULT)));
        for (EntryState state : EntryState.values()) {
            way(state, Stories.anEntry(state));
        }
        row(Stories.join("ann"));
        row(new CallEntry(QUEUE, "ann", "room-1", null, SITE));
        row(new RecallEntry(QUEUE, "ann"));
        row(new StartService(QUEUE, "ann"));
        row(new CompleteService(QUEUE, "ann", null, SITE), "without a next service");
        row(new CompleteService(QUEUE, "ann", "lab", SITE), "with a next service");
        row(new HoldEntry(QUEUE, "ann", HoldReason.PAYMENT));
        row(new ReleaseEntry(QUEUE, "ann"));
        row(new MarkNoShow(QUEUE, "ann"));
        row(new BringBack(QUEUE, "ann"));
        row(new TransferEntry(QUEUE, "ann", "lab", null, "blood first", SITE));
        row(new Prioritize(QUEUE, "ann", 4, "better"));
        row(new Leave(QUEUE, "ann", "no time"));
        row(new UndoStep(QUEUE, "ann"));
        row(new AssignProvider(QUEUE, "ann", "dr-roy", "dr lee is ill", SITE));
        row(new NeedPoint(QUEUE, "ann", "isolation", "a rash", SITE));
        row(new WaitForProvider(QUEUE, "ann"), "who is there");
        row(new EnterInError(QUEUE, "visit-ann", "the other Ann"));
        row(new MarkElsewhere(QUEUE, "ann", true), "called in another queue");
        row(new MarkElsewhere(QUEUE, "ann", false), "no longer");
    }

    @Override
    protected String name() {
        return "Entry";
    }

    @Override
    protected String about() {
        return "One patient's place in an open queue; acuity 3, nobody else waits.";
    }

    @Override
    protected EntryState state(Queue queue) {
        return queue.line().find("ann").map(Entry::state).orElse(null);
    }

    @Override
    protected Sites clinic() {
        return new Sites(List.of(SITE));
    }
}

package carequeue.command.queue;

import static carequeue.api.queue.QueueState.CLOSED;
import static carequeue.api.queue.QueueState.OPEN;
import static carequeue.api.queue.QueueState.PAUSED;

import carequeue.api.Refused;
import carequeue.api.queue.EntryNote.EntryEnteredInError;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueCommand.CloseQueue;
import carequeue.api.queue.QueueCommand.EndDay;
import carequeue.api.queue.QueueCommand.EnterInError;
import carequeue.api.queue.QueueCommand.NoteProvider;
import carequeue.api.queue.QueueCommand.PauseQueue;
import carequeue.api.queue.QueueCommand.ResumeQueue;
import carequeue.api.queue.QueueEvent.EntryEvent;
import carequeue.api.queue.QueueEvent.QueueClosed;
import carequeue.api.queue.QueueEvent.QueuePaused;
import carequeue.api.queue.QueueEvent.QueueResumed;
import carequeue.api.queue.QueueState;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/** A queue's day: it opens, pauses, closes, and ends with nobody forgotten. */
abstract class QueueDay extends QueueMemory {

    @CommandHandler
    void handle(PauseQueue c, MetaData said, Clock clock) {
        must(OPEN, "paused");
        happens(new QueuePaused(queueId()), Moment.of(said, clock));
    }

    @CommandHandler
    void handle(ResumeQueue c, MetaData said, Clock clock) {
        must(PAUSED, "resumed");
        happens(new QueueResumed(queueId()), Moment.of(said, clock));
    }

    @CommandHandler
    void handle(CloseQueue c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        DayEnd end = new DayEnd(line(), queueId(), now.at());
        List<EntryEvent> gone = c.leave() ? end.gone() : List.of();
        if (state() == CLOSED && gone.isEmpty()) {
            throw rules(c.site()).closedFor(opened().businessDay());
        }
        close(now);
        happen(gone, now);
        happen(end.unfinished(), now);
    }

    @CommandHandler
    void handle(EndDay c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        DayEnd end = new DayEnd(line(), queueId(), now.at());
        List<EntryEvent> last = new ArrayList<>(end.gone());
        last.addAll(end.unfinished());
        last.addAll(end.neverCameBack());
        close(now);
        happen(last, now);
    }

    @CommandHandler
    void handle(EnterInError c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        List<EntryEvent> wrong = new ArrayList<>();
        line().where(e -> e.joined().visitId().equals(c.visitId()) && e.state() != EntryState.ENTERED_IN_ERROR)
                .forEach(e -> wrong.add(new EntryEnteredInError(queueId(), e.id(), c.visitId(), c.reason(), now.at())));
        happen(wrong, now);
    }

    @CommandHandler
    void handle(NoteProvider c, MetaData said, Clock clock) {
        Moment now = Moment.of(said, clock);
        happen(new Providers(line(), queueId(), now.at()).noted(c.providerId(), c.available()), now);
    }

    private void close(Moment now) {
        if (state() != CLOSED) {
            happens(new QueueClosed(queueId()), now);
        }
    }

    private void happen(List<? extends EntryEvent> events, Moment now) {
        events.forEach(e -> happens(e, line().get(e.entryId()).joined().visitId(), now));
    }

    private void must(QueueState needed, String done) {
        if (state() != needed) {
            throw new Refused.WrongState(
                    state().toString(),
                    "The queue is " + state() + "; only one that is " + needed + " can be " + done + ".");
        }
    }
}

package carequeue.command.queue;

import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.joined;
import static carequeue.command.queue.Stories.minutesAgo;
import static carequeue.command.queue.Stories.opened;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand.AskLine;
import carequeue.api.queue.QueueCommand.InLine;
import carequeue.api.queue.QueueCommand.LineUp;
import carequeue.api.queue.QueueEvent.EntryHeld;
import carequeue.api.queue.QueueEvent.EntryJoined;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line as it would be called now: acuity first, then arrival, without those who are held. */
class LineUpTest {

    private static InLine in(EntryJoined joined) {
        return new InLine(joined.entryId(), joined.visitId(), joined.patientId(), joined.ticket());
    }

    @Test
    void thoseWhoWaitAreNamedInTheOrderOfCalling() {
        EntryJoined ann = joined("ann", 1, 3, minutesAgo(30));
        EntryJoined bob = joined("bob", 2, 2, minutesAgo(20));
        EntryJoined eve = joined("eve", 3, 3, minutesAgo(10));
        EntryJoined joe = joined("joe", 4, 3, minutesAgo(9));
        Stories.fixture()
                .given(opened(CallingPolicy.DEFAULT), ann, bob, eve, joe)
                .andGiven(new EntryHeld(QUEUE, "eve", HoldReason.PAPERWORK, minutesAgo(5)))
                .when(new AskLine(QUEUE))
                .expectNoEvents()
                .expectResultMessagePayload(new LineUp(List.of(in(bob), in(ann), in(joe))));
    }
}

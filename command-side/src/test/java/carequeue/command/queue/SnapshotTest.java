package carequeue.command.queue;

import static carequeue.command.queue.Clinic.NOON;
import static carequeue.command.queue.Stories.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueEvent;
import carequeue.api.queue.QueueEvent.*;
import carequeue.store.StoredJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A queue read back from its snapshot is the queue that was written, and goes on like it. */
class SnapshotTest {

    private static Queue told(List<QueueEvent> story) {
        Queue queue = new Queue();
        story.forEach(event -> tell(queue, event));
        return queue;
    }

    private static void tell(Queue queue, QueueEvent event) {
        if (event instanceof QueueOpened opened) {
            queue.on(opened);
        } else if (event instanceof EntryJoined joined) {
            queue.on(joined);
        } else {
            queue.on((EntryEvent) event);
        }
    }

    @Test
    void everyStateOfAnEntrySurvives() throws Exception {
        for (EntryState state : EntryState.values()) {
            if (state != EntryState.ENTERED_IN_ERROR) {
                Queue before = told(Stories.anEntry(state));
                Queue after = copy(before);
                assertThat(after).usingRecursiveComparison().isEqualTo(before);
                assertThat(after.line().get("ann").state()).isEqualTo(state);
            }
        }
    }

    @Test
    void itGoesOnAsIfNothingHadBeen() throws Exception {
        List<QueueEvent> first = List.of(
                Stories.opened(CallingPolicy.DEFAULT), Stories.joined("ann", 1, 3), Stories.joined("bob", 2, null));
        List<QueueEvent> then = List.of(
                new EntryCalled(
                        QUEUE, "bob", "v", "B-002", "room-1", "Room 1", true, List.of("ann"), null, "p/1", NOON),
                Stories.joined("cid", 3, 2),
                new EntryRecalled(QUEUE, "bob", "visit-bob", 1, NOON));
        Queue whole = told(first);
        Queue restored = copy(whole);
        then.forEach(event -> {
            tell(whole, event);
            tell(restored, event);
        });
        assertThat(restored).usingRecursiveComparison().isEqualTo(whole);
    }

    private static Queue copy(Queue queue) throws Exception {
        byte[] stored = StoredJson.strict().writeValueAsBytes(queue);
        return StoredJson.strict().readValue(stored, Queue.class);
    }
}

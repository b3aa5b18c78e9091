package carequeue.query.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streams of one topic: one look at what changed serves them all. */
final class Listeners {

    private final Topic topic;
    private final ViewPositions positions;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private long told;

    Listeners(Topic topic, ViewPositions positions) {
        this.topic = topic;
        this.positions = positions;
        this.told = positions.of(topic.views());
    }

    synchronized void join(LiveStream stream, Long since) {
        stream.open(since == null ? told : Math.min(since, told));
        if (since != null && since < told) {
            List<String> missed = topic.changedSince().apply(since);
            if (!missed.isEmpty()) {
                stream.tell(new Change(told, missed));
            }
        }
        streams.add(stream);
    }

    synchronized void look() {
        long position = positions.of(topic.views());
        if (position <= told) {
            return;
        }
        if (!streams.isEmpty()) {
            List<String> ids = topic.changedSince().apply(told);
            if (!ids.isEmpty()) {
                streams.forEach(stream -> stream.tell(new Change(position, ids)));
            }
        }
        told = position;
    }

    boolean leave(LiveStream stream) {
        return streams.remove(stream);
    }

    void beat() {
        streams.forEach(LiveStream::beat);
    }

    boolean abandoned() {
        return streams.isEmpty();
    }

    void end() {
        streams.forEach(stream -> stream.emitter().complete());
    }
}

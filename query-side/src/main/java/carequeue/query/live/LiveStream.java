package carequeue.query.live;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One open stream; what happens while it is still sending is put together and sent after. */
final class LiveStream {

    private static final long RETRY_MILLIS = 1000;

    private final SseEmitter emitter;
    private final Executor senders;
    private Change pending;
    private boolean beat;
    private boolean busy;

    LiveStream(SseEmitter emitter, Executor senders) {
        this.emitter = emitter;
        this.senders = senders;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** The first words: where the stream begins. */
    void open(long position) {
        write(event("opened", new Change(position, List.of())).reconnectTime(RETRY_MILLIS));
    }

    void tell(Change change) {
        synchronized (this) {
            pending = pending == null ? change : pending.and(change);
        }
        wake();
    }

    void beat() {
        synchronized (this) {
            beat = true;
        }
        wake();
    }

    private void wake() {
        synchronized (this) {
            if (busy) {
                return;
            }
            busy = true;
        }
        senders.execute(this::drain);
    }

    private void drain() {
        for (SseEventBuilder next = next(); next != null; next = next()) {
            write(next);
        }
    }

    private synchronized SseEventBuilder next() {
        Change change = pending;
        boolean alive = beat;
        pending = null;
        beat = false;
        if (change != null) {
            return event("changed", change);
        }
        busy = alive;
        return alive ? SseEmitter.event().comment("") : null;
    }

    private static SseEventBuilder event(String name, Change change) {
        return SseEmitter.event()
                .name(name)
                .id(Long.toString(change.position()))
                .data(change, MediaType.APPLICATION_JSON);
    }

    private void write(SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            // The browser has gone; the container ends the stream and the hub hears of it.
            emitter.completeWithError(e);
        }
    }
}

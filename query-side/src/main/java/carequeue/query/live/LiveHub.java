package carequeue.query.live;

import carequeue.api.Refused;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Every open stream of this process; a few threads serve them all. */
@Component
public class LiveHub implements SmartLifecycle {

    private static final int SENDERS = 4;
    private static final int BEAT_SECONDS = 15;

    private final ViewPositions positions;
    private final int atMost;
    private final Map<String, Listeners> topics = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile ScheduledExecutorService senders;

    LiveHub(ViewPositions positions, @Value("${carequeue.streams.at-most:2000}") int atMost) {
        this.positions = positions;
        this.atMost = atMost;
    }

    /**
     * Opens a stream.
     *
     * @param since the last position the browser has seen, or null for now
     */
    public ResponseEntity<SseEmitter> open(Topic topic, Long since) {
        ScheduledExecutorService running = senders;
        if (running == null || open.incrementAndGet() > atMost) {
            open.updateAndGet(n -> running == null ? n : n - 1);
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Too many live views are open.");
        }
        LiveStream stream = new LiveStream(new SseEmitter(0L), running);
        topics.compute(topic.key(), (key, there) -> {
            Listeners listeners = there == null ? new Listeners(topic, positions) : there;
            listeners.join(stream, since);
            Runnable forget = forgetOnce(listeners, stream);
            stream.emitter().onCompletion(forget);
            stream.emitter().onError(e -> forget.run());
            return listeners;
        });
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream.emitter());
    }

    private Runnable forgetOnce(Listeners listeners, LiveStream stream) {
        return () -> {
            if (listeners.leave(stream)) {
                open.decrementAndGet();
            }
        };
    }

    /** The position after which a browser wants to hear, from its header or the page's own words; null for now. */
    public static Long since(String lastEventId, String after) {
        String said = lastEventId == null || lastEventId.isBlank() ? after : lastEventId;
        try {
            return said == null || said.isBlank() ? null : Long.valueOf(said.strip());
        } catch (NumberFormatException e) {
            throw new Refused.BadField("/after", "is not a position");
        }
    }

    /** A view moved: every topic looks whether that concerns it. */
    void moved() {
        topics.values().forEach(Listeners::look);
    }

    /** How many streams are open. */
    public int open() {
        return open.get();
    }

    private void beat() {
        topics.values().forEach(Listeners::beat);
        topics.keySet().forEach(key -> topics.computeIfPresent(key, (k, there) -> there.abandoned() ? null : there));
    }

    @Override
    public void start() {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(SENDERS, work -> {
            Thread thread = new Thread(work, "live-sender");
            thread.setDaemon(true);
            return thread;
        });
        pool.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        senders = pool;
    }

    @Override
    public void stop() {
        ScheduledExecutorService pool = senders;
        senders = null;
        topics.values().forEach(Listeners::end);
        topics.clear();
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return senders != null;
    }
}

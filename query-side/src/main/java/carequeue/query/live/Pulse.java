package carequeue.query.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the views of this process: after each batch, and every 50 ms for what a view passes without handling it, it notes the position,
 * tells the other nodes and lets the streams speak.
 */
@Component
class Pulse implements SmartLifecycle {

    static final String CHANNEL = "carequeue_view";
    static final String NODE = UUID.randomUUID().toString();

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long IDLE_MILLIS = 50;
    private static final long IDLE_NANOS = IDLE_MILLIS * 1_000_000 * 2 / 5;
    private static final int REFRESH_EVERY = 20;

    private final ObjectProvider<Configuration> axon;
    private final ViewPositions positions;
    private final LiveHub hub;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<Segment, Long> written = new HashMap<>();
    private final Bell bell = new Bell();
    private long idleNotedAt = System.nanoTime();
    private volatile Thread thread;

    Pulse(
            ObjectProvider<Configuration> axon,
            ViewPositions positions,
            LiveHub hub,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.axon = axon;
        this.positions = positions;
        this.hub = hub;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Beats at once. */
    void now() {
        bell.ring();
    }

    private void run() {
        for (int round = 0; thread == Thread.currentThread(); round++) {
            try {
                beat(bell.await(IDLE_MILLIS), round % REFRESH_EVERY == 0);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("could not note the views' positions: {}", e.getClass().getSimpleName());
            }
        }
    }

    // Who waits here for a batch that was just noted is told first; other nodes and what was only passed come after.
    private void beat(boolean rung, boolean refresh) {
        if (rung || refresh) {
            tell();
        }
        boolean due = System.nanoTime() - idleNotedAt >= IDLE_NANOS;
        boolean moved = due && noteIdle();
        if (rung || moved) {
            announce();
        }
        if (moved) {
            tell();
        }
    }

    /** Reads the positions and lets the streams speak. */
    void tell() {
        positions.refresh();
        hub.moved();
    }

    private void announce() {
        transaction.executeWithoutResult(status ->
                jdbc.sql("select pg_notify(?, ?)").params(CHANNEL, NODE).query().listOfRows());
    }

    private boolean noteIdle() {
        Map<Segment, Long> passed = new HashMap<>();
        axon.getObject().eventProcessingConfiguration().eventProcessors().forEach((name, processor) -> {
            if (name.startsWith("view.") && processor instanceof StreamingEventProcessor streaming) {
                streaming.processingStatus().forEach((number, status) -> {
                    Segment segment = new Segment(name, number);
                    position(status)
                            .filter(position -> written.getOrDefault(segment, -1L) < position)
                            .ifPresent(position -> passed.put(segment, position));
                });
            }
        });
        if (!passed.isEmpty()) {
            transaction.executeWithoutResult(status -> positions.noteIdle(passed));
            written.putAll(passed);
        }
        idleNotedAt = System.nanoTime();
        return !passed.isEmpty();
    }

    private static Optional<Long> position(EventTrackerStatus status) {
        OptionalLong position = status.getTrackingToken() == null
                ? OptionalLong.empty()
                : status.getTrackingToken().position();
        return position.isPresent() ? Optional.of(position.getAsLong()) : Optional.empty();
    }

    /** One part of a view. */
    record Segment(String view, int number) {}

    @Override
    public void start() {
        Thread pulse = new Thread(this::run, "view-pulse");
        pulse.setDaemon(true);
        thread = pulse;
        pulse.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

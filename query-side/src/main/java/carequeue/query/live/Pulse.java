package carequeue.query.live;

import java.util.HashMap;
import java.util.Map;
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
    private static final int REFRESH_EVERY = 20;

    private final ObjectProvider<Configuration> axon;
    private final ViewPositions positions;
    private final LiveHub hub;
    private final JdbcClient jdbc;
    private final Map<String, Long> written = new HashMap<>();
    private final Bell bell = new Bell();
    private volatile Thread thread;

    Pulse(ObjectProvider<Configuration> axon, ViewPositions positions, LiveHub hub, JdbcClient jdbc) {
        this.axon = axon;
        this.positions = positions;
        this.hub = hub;
        this.jdbc = jdbc;
    }

    /** Beats at once. */
    void now() {
        bell.ring();
    }

    private void run() {
        for (int round = 0; thread == Thread.currentThread(); round++) {
            try {
                boolean rung = bell.await(IDLE_MILLIS);
                boolean advanced = noteIdle() || rung;
                if (advanced) {
                    jdbc.sql("select pg_notify(?, ?)")
                            .params(CHANNEL, NODE)
                            .query()
                            .listOfRows();
                }
                if (advanced || round % REFRESH_EVERY == 0) {
                    tell();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("could not note the views' positions: {}", e.getClass().getSimpleName());
            }
        }
    }

    /** Reads the positions and lets the streams speak. */
    void tell() {
        positions.refresh();
        hub.moved();
    }

    private boolean noteIdle() {
        boolean[] advanced = {false};
        axon.getObject().eventProcessingConfiguration().eventProcessors().forEach((name, processor) -> {
            if (name.startsWith("view.") && processor instanceof StreamingEventProcessor streaming) {
                streaming.processingStatus().forEach((segment, status) -> advanced[0] |= note(name, segment, status));
            }
        });
        return advanced[0];
    }

    private boolean note(String view, int segment, EventTrackerStatus status) {
        OptionalLong position = status.getTrackingToken() == null
                ? OptionalLong.empty()
                : status.getTrackingToken().position();
        String key = view + "/" + segment;
        if (position.isEmpty() || written.getOrDefault(key, -1L) >= position.getAsLong()) {
            return false;
        }
        positions.note(view, segment, position.getAsLong());
        written.put(key, position.getAsLong());
        return true;
    }

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

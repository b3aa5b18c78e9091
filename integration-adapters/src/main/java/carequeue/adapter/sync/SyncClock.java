package carequeue.adapter.sync;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the sync look every second whether it has something to do. */
@Component
public class SyncClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SyncClock.class);

    private final SyncRunner runner;
    private final Subscribing subscribing;
    private ScheduledExecutorService timer;

    public SyncClock(SyncRunner runner, Subscribing subscribing) {
        this.runner = runner;
        this.subscribing = subscribing;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sync");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::turn, 0, 1, TimeUnit.SECONDS);
    }

    private void turn() {
        try {
            subscribing.turn();
            runner.turn();
        } catch (RuntimeException e) {
            LOG.warn("The sync stopped on our side and is tried again", e);
        }
    }

    @Override
    public synchronized void stop() {
        timer.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null && !timer.isShutdown();
    }
}

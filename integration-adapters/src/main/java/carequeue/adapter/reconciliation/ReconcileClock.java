package carequeue.adapter.reconciliation;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the reconciler look every few seconds whether a day is over or was ordered. */
@Component
public class ReconcileClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileClock.class);
    private static final long SECONDS = 5;

    private final Reconciler reconciler;
    private ScheduledExecutorService timer;

    public ReconcileClock(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "reconciliation");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::turn, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void turn() {
        try {
            reconciler.turn();
        } catch (RuntimeException e) {
            // Only the kind: a message may quote what came in.
            LOG.warn("Payments cannot be reconciled now: {}", e.getClass().getSimpleName());
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

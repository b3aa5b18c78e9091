package carequeue.adapter.claims;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets files be fetched as often as the settings say. */
@Component
public class FileClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FileClock.class);

    private final FilePull pull;
    private final ClaimSettings settings;
    private ScheduledExecutorService timer;

    public FileClock(FilePull pull, ClaimSettings settings) {
        this.pull = pull;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "claim-files");
            thread.setDaemon(true);
            return thread;
        });
        long every = settings.pullEvery().toMillis();
        timer.scheduleWithFixedDelay(this::turn, Math.min(every, 1_000), every, TimeUnit.MILLISECONDS);
    }

    private void turn() {
        try {
            pull.turn();
        } catch (RuntimeException e) {
            // Only the kind: a message may quote what came in.
            LOG.warn("Files of claims cannot be stored now: {}", e.getClass().getSimpleName());
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

package carequeue.adapter.letters;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second for what staff have ordered. */
@Component
public class LettersClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LettersClock.class);

    private final Letters letters;
    private ScheduledExecutorService timer;

    public LettersClock(Letters letters) {
        this.letters = letters;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "letters");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::turn, 1, 1, TimeUnit.SECONDS);
    }

    private void turn() {
        try {
            boolean more = true;
            while (more) {
                more = letters.next();
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Orders of staff cannot be carried out now: {}",
                    e.getClass().getSimpleName());
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

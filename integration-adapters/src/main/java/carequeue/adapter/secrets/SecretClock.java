package carequeue.adapter.secrets;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads every secret anew when it is time, and writes down what is known of them and who has read them. */
final class SecretClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SecretClock.class);
    private static final int WRITE_EVERY = 10;

    private final Secrets secrets;
    private final SecretRows rows;
    private final Duration every;
    private ScheduledExecutorService timer;
    private List<SecretState> written = List.of();
    private int turns;

    SecretClock(Secrets secrets, SecretRows rows, Duration every) {
        this.secrets = secrets;
        this.rows = rows;
        this.every = every;
    }

    /** One turn; each part is tried whatever became of the one before. */
    void turn() {
        part(this::refresh, "read");
        part(this::writeUses, "noted");
        part(this::writeStates, "noted");
    }

    private void refresh() {
        for (Held held : secrets.held()) {
            if (held.isDue(every)) {
                String before = held.state().version();
                held.refresh();
                SecretState now = held.state();
                if (before != null && !before.equals(now.version())) {
                    LOG.info("The secret {} was changed; what is new is used from now on", now.name());
                }
            }
        }
    }

    private void writeUses() {
        List<Uses.Use> uses = secrets.uses().take();
        try {
            if (!uses.isEmpty()) {
                rows.writeUses(uses);
            }
        } catch (RuntimeException e) {
            uses.forEach(secrets.uses()::add);
            throw e;
        }
    }

    private void writeStates() {
        secrets.held().forEach(held -> held.dated(version -> rows.dated(held.name(), version)));
        List<SecretState> states = secrets.states();
        if (turns++ % WRITE_EVERY == 0 || !states.equals(written)) {
            rows.write(states);
            written = states;
        }
    }

    private static void part(Runnable part, String what) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.debug("Secrets cannot be {} now: {}", what, e.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "secrets");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::turn, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        timer.shutdown();
        // What was read last is noted too.
        part(this::writeUses, "noted");
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null && !timer.isShutdown();
    }
}

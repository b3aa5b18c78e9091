package carequeue.adapter.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Leases rows that are due and works on them side by side, as soon as it is woken and whenever a worker is free.
 *
 * @param <R> a leased row
 */
public abstract class Workers<R> implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final String name;
    private final int most;
    private final Duration poll;
    private final Signal signal;
    private final Semaphore free;
    private volatile boolean running;
    private ExecutorService workers;
    private Thread loop;

    /**
     * Not started yet.
     *
     * @param most how many at once
     * @param poll how often to look without being woken
     */
    protected Workers(String name, int most, Duration poll, Signal signal) {
        this.name = name;
        this.most = most;
        this.poll = poll;
        this.signal = signal;
        this.free = new Semaphore(most);
    }

    /** Leases up to so many rows. */
    protected abstract List<R> lease(int n);

    /** Works on one, and writes down what came of it; what it throws leaves the row to its lease. */
    protected abstract void work(R row);

    /** What a row is called in the log, without anything personal. */
    protected abstract String name(R row);

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        workers = Executors.newFixedThreadPool(most, task -> new Thread(task, name));
        loop = new Thread(this::run, name + "-loop");
        loop.setDaemon(true);
        loop.start();
    }

    private void run() {
        while (running) {
            try {
                dispatch();
                signal.await(poll.toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database may be away for a while; the next turn tries again.
                LOG.warn(
                        "Nothing can be leased now ({}): {}", name, e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void dispatch() {
        int slots = free.drainPermits();
        if (slots == 0) {
            return;
        }
        int taken = 0;
        try {
            for (R row : lease(slots)) {
                workers.execute(() -> carry(row));
                taken++;
            }
        } finally {
            free.release(slots - taken);
        }
    }

    private void carry(R row) {
        try {
            work(row);
        } catch (RuntimeException e) {
            // Left to the lease: when it ends, it is taken up again.
            LOG.warn("{} is left in doubt: {}", name(row), e.getClass().getSimpleName());
        } finally {
            free.release();
            signal.raise();
        }
    }

    private void pause() {
        try {
            Thread.sleep(poll.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        if (!running) {
            return;
        }
        running = false;
        loop.interrupt();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

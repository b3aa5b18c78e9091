package carequeue.adapter.outbox;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Leases what is due and hands it to the workers, as soon as it is planned and whenever a worker is free. */
@Component
public class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Ledger ledger;
    private final Carrier carrier;
    private final Signal signal;
    private final OutboxSettings settings;
    private final Semaphore free;
    private volatile boolean running;
    private ExecutorService workers;
    private Thread loop;

    public Dispatcher(Ledger ledger, Carrier carrier, Signal signal, OutboxSettings settings) {
        this.ledger = ledger;
        this.carrier = carrier;
        this.signal = signal;
        this.settings = settings;
        this.free = new Semaphore(settings.workers());
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        workers = Executors.newFixedThreadPool(settings.workers(), task -> new Thread(task, "effect"));
        loop = new Thread(this::run, "effects");
        loop.setDaemon(true);
        loop.start();
    }

    private void run() {
        while (running) {
            try {
                dispatch();
                signal.await(settings.poll().toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database may be away for a while; the next turn tries again.
                LOG.warn("Effects cannot be leased now: {}", e.getClass().getSimpleName());
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
            List<Attempt.Row> rows = ledger.lease(slots, settings.lease());
            for (Attempt.Row row : rows) {
                workers.execute(() -> work(row));
                taken++;
            }
        } finally {
            free.release(slots - taken);
        }
    }

    private void work(Attempt.Row row) {
        try {
            carrier.carry(row);
        } catch (RuntimeException e) {
            // Left to the lease: when it ends, the outside is asked what became of it.
            LOG.warn(
                    "Effect {} of {} is left in doubt: {}",
                    row.id(),
                    row.effect(),
                    e.getClass().getSimpleName());
        } finally {
            free.release();
            signal.raise();
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.poll().toMillis());
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

package carequeue.adapter.resilience;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks every outside service regularly whether it answers, more often while it does not, and writes down how it does. */
@Component
public class HealthWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

    private final List<Probed> services;
    private final HealthBook book;
    private final HealthRows rows;
    private final Duration every;
    private volatile ScheduledExecutorService timer;

    public HealthWatch(List<Probed> services, HealthBook book, HealthRows rows, HealthSettings settings) {
        this.services = services;
        this.book = book;
        this.rows = rows;
        this.every = settings.probeEvery();
    }

    @Override
    public synchronized void start() {
        timer = Executors.newScheduledThreadPool(Math.max(1, services.size()), task -> {
            Thread thread = new Thread(task, "health");
            thread.setDaemon(true);
            return thread;
        });
        services.forEach(service -> next(service, Duration.ZERO));
    }

    private void next(Probed service, Duration delay) {
        timer.schedule(() -> watch(service), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch(Probed service) {
        try {
            check(service);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The health of {} cannot be written: {}",
                    service.service(),
                    e.getClass().getSimpleName());
        } finally {
            if (isRunning()) {
                boolean failing = book.pulse(service.service()).failing();
                next(service, failing ? every.dividedBy(5) : every);
            }
        }
    }

    private void check(Probed service) {
        try {
            service.guard().probe(service::probe);
        } catch (OutsideFailure failure) {
            LOG.debug("Probe: {}", failure.getMessage());
        }
        rows.write(
                service.service(),
                book.pulse(service.service()),
                service.guard().circuit());
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

package carequeue.adapter.resilience;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final Guards guards;
    private final Duration every;
    private volatile ScheduledExecutorService timer;

    public HealthWatch(
            List<Probed> services, HealthBook book, HealthRows rows, Guards guards, HealthSettings settings) {
        this.services = services;
        this.book = book;
        this.rows = rows;
        this.guards = guards;
        this.every = settings.probeEvery();
    }

    @Override
    public synchronized void start() {
        timer = Executors.newScheduledThreadPool(services.size() + 1, task -> {
            Thread thread = new Thread(task, "health");
            thread.setDaemon(true);
            return thread;
        });
        services.forEach(service -> next(service, Duration.ZERO));
        timer.scheduleWithFixedDelay(this::others, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
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

    /** Whoever cannot be asked anything, as a push service, is as its last calls were. */
    private void others() {
        Set<String> others = new HashSet<>(book.services());
        services.forEach(probed -> others.remove(probed.service()));
        try {
            others.forEach(service ->
                    rows.write(service, book.pulse(service), guards.of(service).circuit(), null));
        } catch (RuntimeException e) {
            LOG.warn("Health cannot be written: {}", e.getClass().getSimpleName());
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
                service.guard().circuit(),
                service.lessThanWell().orElse(null));
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

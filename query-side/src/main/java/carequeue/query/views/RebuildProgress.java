package carequeue.query.views;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how far a rebuild is, in its job and on the console, and hears whether it shall stop. */
final class RebuildProgress implements Rebuild.Watch {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildProgress.class);
    private static final Duration NOTED_EVERY = Duration.ofMillis(250);
    private static final Duration SAID_EVERY = Duration.ofSeconds(2);

    private final RebuildJobs.Order order;
    private final RebuildJobs jobs;
    private final RebuildRows rows;
    private final Clock clock;
    private final BooleanSupplier running;
    private final Instant begun;
    private long from = -1;
    private Instant noted = Instant.EPOCH;
    private Instant said;
    private boolean cancelled;

    RebuildProgress(RebuildJobs.Order order, RebuildJobs jobs, RebuildRows rows, Clock clock, BooleanSupplier running) {
        this.order = order;
        this.jobs = jobs;
        this.rows = rows;
        this.clock = clock;
        this.running = running;
        this.begun = clock.instant();
        this.said = begun;
    }

    @Override
    public boolean goOn(String step, long position) {
        from = from < 0 ? position : from;
        Instant now = clock.instant();
        if (Duration.between(noted, now).compareTo(NOTED_EVERY) >= 0 || step.equals("swapped")) {
            noted = now;
            long head = Math.max(position, rows.head());
            cancelled = !jobs.progress(order.jobId(), position, head);
            say(now, position, head);
        }
        return !cancelled && running.getAsBoolean();
    }

    /** Whether it stopped because somebody wanted it to. */
    boolean cancelled() {
        return cancelled;
    }

    private void say(Instant now, long position, long head) {
        if (Duration.between(said, now).compareTo(SAID_EVERY) >= 0) {
            said = now;
            long rate = rate(now, position);
            LOG.info(
                    "Rebuilding {}: {} of {} events, {} events/s, about {} s left",
                    order.subject(),
                    position,
                    head,
                    rate,
                    rate == 0 ? "?" : (head - position) / rate);
        }
    }

    /** Says that it is over. */
    void over(long position) {
        LOG.info("Rebuilt {}: {} events, {} events/s", order.subject(), position, rate(clock.instant(), position));
    }

    private long rate(Instant now, long position) {
        return (position - from)
                * 1000
                / Math.max(1, Duration.between(begun, now).toMillis());
    }
}

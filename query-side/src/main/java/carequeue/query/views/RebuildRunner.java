package carequeue.query.views;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out the rebuilds that were ordered, one at a time on a node; what a killed node has begun is gone on with. */
@Component
class RebuildRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRunner.class);

    private final Map<String, View> views;
    private final RebuildParts parts;
    private final RebuildJobs jobs;
    private final Clock clock;
    private final Pace pace;

    RebuildRunner(
            List<View> views,
            RebuildParts parts,
            RebuildJobs jobs,
            Clock clock,
            @Value("${carequeue.rebuild.lease:30s}") Duration lease) {
        this.views = views.stream().collect(Collectors.toMap(View::name, Function.identity()));
        this.parts = parts;
        this.jobs = jobs;
        this.clock = clock;
        this.pace = Pace.of(lease);
    }

    Collection<View> views() {
        return views.values();
    }

    /** Makes every view known, so that its rebuild can be ordered before anything has happened. */
    void register() {
        new TransactionTemplate(parts.transactions())
                .executeWithoutResult(status -> views.keySet().forEach(parts.generations()::register));
    }

    /** Looks once whether something was ordered, and does it while the node runs. */
    void turn(BooleanSupplier running) {
        for (RebuildJobs.Order order : jobs.open("replay")) {
            if (running.getAsBoolean() && views.containsKey(order.subject())) {
                take(order, running);
            }
        }
    }

    private void take(RebuildJobs.Order order, BooleanSupplier running) {
        Optional<Rebuilding> held = parts.rebuilds().take(order.subject(), order.jobId(), pace.lease());
        held.ifPresent(begun -> {
            RebuildProgress progress = new RebuildProgress(order, jobs, parts.rebuilds(), clock, running);
            rebuild(order, begun, progress);
        });
    }

    private void rebuild(RebuildJobs.Order order, Rebuilding begun, RebuildProgress progress) {
        View view = views.get(order.subject());
        Rebuild rebuild = new Rebuild(view, begun, parts, progress, pace, () -> done(order));
        try {
            if (rebuild.run()) {
                progress.over(rebuild.held().position());
            } else if (progress.cancelled() && !rebuild.held().swapped()) {
                over(order, rebuild.held(), "cancelled", List.of());
            } else {
                parts.rebuilds().release(rebuild.held());
            }
        } catch (LeaseLost e) {
            LOG.info("Another node goes on with rebuilding {}", order.subject());
        } catch (RuntimeException e) {
            failed(order, rebuild, e);
        }
    }

    private void failed(RebuildJobs.Order order, Rebuild rebuild, RuntimeException e) {
        LOG.warn("Rebuilding {} stopped: {}", order.subject(), NotWritten.kinds(e));
        if (!Passing.is(e) && !rebuild.held().swapped()) {
            over(order, rebuild.held(), "failed", List.of(NotWritten.kinds(e)));
        }
    }

    private void done(RebuildJobs.Order order) {
        jobs.end(order.jobId(), "done", jobs.setAside(order.subject()));
    }

    private void over(RebuildJobs.Order order, Rebuilding held, String state, List<String> problems) {
        Rebuild.Watch none = (step, position) -> true;
        new Rebuild(views.get(order.subject()), held, parts, none, pace, () -> jobs.end(order.jobId(), state, problems))
                .abandon();
    }
}

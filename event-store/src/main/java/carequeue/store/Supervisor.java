package carequeue.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees that every processing group that belongs on this node runs, and starts again one that stopped: at once, then after pauses that double up
 * to a minute.
 */
public class Supervisor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Supplier<Map<String, ? extends EventProcessor>> processors;
    private final Predicate<String> runsHere;
    private final Heartbeats heartbeats;
    private final LongFunction<String> obstacle;
    private final Duration silence;
    private final Map<String, Watched> watched = new TreeMap<>();
    private volatile List<ProcessorState> states = List.of();
    private volatile ScheduledExecutorService eye;

    /**
     * A supervisor of these processors; a segment that is silent for longer than two claims is taken for dead.
     *
     * @param obstacle what lies in a reader's way behind a place in history, or null
     */
    Supervisor(
            Supplier<Map<String, ? extends EventProcessor>> processors,
            Predicate<String> runsHere,
            Heartbeats heartbeats,
            LongFunction<String> obstacle,
            Duration claim) {
        this.processors = processors;
        this.runsHere = runsHere;
        this.heartbeats = heartbeats;
        this.obstacle = obstacle;
        this.silence = claim.multipliedBy(2);
    }

    /** How every group that belongs here was when last looked at. */
    public List<ProcessorState> states() {
        return states;
    }

    /** The groups that belong on this node. */
    public Set<String> groups() {
        return processors.get().keySet().stream().filter(runsHere).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a group is as it should be. */
    public boolean well(ProcessorState state) {
        return state.well(silence);
    }

    /** Looks once, and starts again what has stopped. */
    void look() {
        Map<String, Heartbeats.Beat> beats = beats();
        processors.get().forEach((group, processor) -> {
            if (runsHere.test(group)) {
                watched.computeIfAbsent(group, g -> new Watched(g, processor));
            }
        });
        states = watched.values().stream()
                .map(one -> one.look(
                        beats == null ? null : beats.getOrDefault(one.group(), Heartbeats.Beat.NONE),
                        silence,
                        obstacle))
                .toList();
    }

    private Map<String, Heartbeats.Beat> beats() {
        try {
            return heartbeats.byGroup();
        } catch (RuntimeException away) {
            return null;
        }
    }

    @Override
    public synchronized void start() {
        if (eye == null) {
            eye = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "supervisor");
                thread.setDaemon(true);
                return thread;
            });
            eye.scheduleWithFixedDelay(this::lookSafely, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    // An exception would end the looking for ever.
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("The supervisor could not look: {}", e.getClass().getSimpleName());
        }
    }

    /** Before the processors: what stops on purpose is not started again. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService looking = eye;
        eye = null;
        if (looking != null) {
            looking.shutdown();
            try {
                looking.awaitTermination(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return eye != null;
    }
}

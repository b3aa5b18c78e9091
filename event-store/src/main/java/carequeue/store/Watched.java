package carequeue.store;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One processing group under the eyes of the {@link Supervisor}. */
final class Watched {

    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration MOVES_WITHIN = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final String group;
    private final EventProcessor processor;
    private Duration pause = Duration.ZERO;
    private long startedAt = System.nanoTime();
    private long position = -1;
    private long movedAt = System.nanoTime();
    private int restarts;

    Watched(String group, EventProcessor processor) {
        this.group = group;
        this.processor = processor;
    }

    String group() {
        return group;
    }

    /** How it is; when it has stopped, or nobody works on a segment of it, it is started again. No beat: the database is away. */
    ProcessorState look(Heartbeats.Beat beat, Duration silence, LongFunction<String> obstacle) {
        boolean running = processor.isRunning() && !processor.isError();
        boolean silent = beat != null && beat.age().compareTo(silence) > 0;
        ProcessorState state = new ProcessorState(
                group,
                running,
                beat == null ? 0 : beat.segments(),
                beat == null ? 0 : beat.lag(),
                beat == null ? Duration.ZERO : beat.age(),
                beat == null ? "the database is away" : trouble(beat, silence, obstacle),
                restarts);
        if (beat != null && (!running || silent)) {
            startAgain(silent);
        } else if (since(startedAt).compareTo(LONGEST_PAUSE) > 0) {
            pause = Duration.ZERO;
        }
        return state;
    }

    private String trouble(Heartbeats.Beat beat, Duration silence, LongFunction<String> obstacle) {
        if (beat.lag() == 0 || beat.position() != position) {
            position = beat.position();
            movedAt = System.nanoTime();
        }
        String error = error();
        if (error == null && since(movedAt).compareTo(MOVES_WITHIN) > 0) {
            error = obstacle.apply(position);
        }
        return error == null && since(movedAt).compareTo(silence) > 0 ? "does not move" : error;
    }

    private void startAgain(boolean silent) {
        // A segment that only just fell silent gets the time of a claim to be taken up by whoever runs.
        if (since(startedAt).compareTo(silent && pause.isZero() ? FIRST_PAUSE : pause) < 0) {
            return;
        }
        restarts++;
        LOG.warn("{} {} and is started again ({})", group, silent ? "was silent" : "had stopped", restarts);
        pause = pause.isZero() ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
        startedAt = System.nanoTime();
        processor.shutDown();
        processor.start();
    }

    private String error() {
        if (processor instanceof StreamingEventProcessor streaming) {
            return streaming.processingStatus().values().stream()
                    .map(EventTrackerStatus::getError)
                    .filter(Objects::nonNull)
                    .map(Watched::kinds)
                    .findFirst()
                    .orElse(processor.isError() ? "stopped by an error" : null);
        }
        return processor.isError() ? "stopped by an error" : null;
    }

    // A message may quote what was sent; only an unreadable event is named.
    private static String kinds(Throwable error) {
        StringBuilder kinds = new StringBuilder();
        for (Throwable t = error; t != null; t = t.getCause()) {
            String kind =
                    t instanceof Unreadable ? t.getMessage() : t.getClass().getSimpleName();
            kinds.append(kinds.isEmpty() ? "" : " < ").append(kind);
        }
        return kinds.toString();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

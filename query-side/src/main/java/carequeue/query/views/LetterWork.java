package carequeue.query.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries dead letters again, or discards them, as was ordered; what stands behind them in the same sequence follows. */
@Component
class LetterWork {

    private final Map<String, View> views;
    private final RebuildParts parts;
    private final RebuildJobs jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LetterWork(List<View> views, RebuildParts parts, RebuildJobs jobs, JdbcClient jdbc) {
        this.views = views.stream().collect(Collectors.toMap(View::name, Function.identity()));
        this.parts = parts;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(parts.transactions());
    }

    private record Place(String view, String sequence) {}

    /** Does all that was ordered. */
    void turn() {
        jobs.open("dead-letter-retry").forEach(order -> carryOut(order, false));
        jobs.open("dead-letter-discard").forEach(order -> carryOut(order, true));
    }

    private void carryOut(RebuildJobs.Order order, boolean discard) {
        transaction.executeWithoutResult(status -> {
            if (jobs.begin(order.jobId())) {
                List<String> problems = place(order.subject())
                        .map(place -> again(place, discard ? order.subject() : null))
                        .orElse(List.of("It is not set aside any more."));
                jobs.end(order.jobId(), problems.isEmpty() ? "done" : "failed", problems);
            }
        });
    }

    private Optional<Place> place(String letterId) {
        return jdbc.sql("select processing_group, sequence_id from dead_letter where letter_id = ?")
                .param(letterId)
                .query((row, n) -> new Place(row.getString(1), row.getString(2)))
                .optional()
                .filter(place -> views.containsKey(place.view()));
    }

    private List<String> again(Place place, String discarded) {
        // Locked like for a swap: no batch is under way, so none can come to stand behind a letter that has just gone.
        int generation = parts.generations().locked(place.view()).generation();
        if (discarded != null) {
            jdbc.sql("delete from dead_letter where letter_id = ?")
                    .param(discarded)
                    .update();
        }
        SequencedDeadLetterQueue<EventMessage<?>> queue = parts.letters().queue(place.view());
        List<DeadLetter<? extends EventMessage<?>>> waiting = new ArrayList<>();
        queue.deadLetterSequence(place.sequence()).forEach(waiting::add);
        for (DeadLetter<? extends EventMessage<?>> letter : waiting) {
            RuntimeException failure = parts.letters().behindSavepoint(() -> {
                parts.folds().alone(views.get(place.view()), told(letter.message()), generation);
                queue.evict(letter);
            });
            if (failure != null) {
                queue.requeue(letter, again -> again.withCause(Letters.kinds(failure)));
                return List.of(letter.message().getIdentifier() + " failed again: " + NotWritten.kinds(failure));
            }
        }
        return List.of();
    }

    private static Told told(EventMessage<?> message) {
        return new Told(
                message,
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow());
    }
}

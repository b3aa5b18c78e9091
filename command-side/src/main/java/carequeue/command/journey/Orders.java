package carequeue.command.journey;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.command.door.Failures;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Carries out what a process orders: each order in a transaction of its own on another thread, while the process waits.
 *
 * <p>Nested in the process's own transaction, a collision would show only at its end and repeat for ever.
 */
@Component
public class Orders {

    private static final int THREADS = 8;
    private static final int WAITING_AT_MOST = 1000;
    private static final long SECONDS_AT_MOST = 30;

    private final CommandGateway commands;
    private final Executor threads;

    @Autowired
    Orders(CommandGateway commands) {
        this(commands, pool());
    }

    Orders(CommandGateway commands, Executor threads) {
        this.commands = commands;
        this.threads = threads;
    }

    /**
     * What came of an order.
     *
     * @param value what it answered, or null
     * @param refused why it was refused, or null when it was done
     */
    public record Answer(Object value, Refused refused) {
        boolean done() {
            return refused == null;
        }
    }

    /**
     * Why a process orders something.
     *
     * @param process the name of the process
     * @param visitId the visit, or null where there is none
     * @param eventId the event that it handles
     */
    public record Cause(String process, String visitId, String eventId) {}

    /** Sends the only order of its kind that an event leads to. */
    public Answer send(Object command, Cause cause) {
        return send(command, cause, command.getClass().getSimpleName());
    }

    /**
     * Sends an order and waits for what comes of it; the same step for the same event is carried out once.
     *
     * @throws RuntimeException when it failed for another reason than a refusal, so that the event is handled again
     */
    public Answer send(Object command, Cause cause, String step) {
        String key = Ids.derived("order", cause.visitId() == null ? "" : cause.visitId(), cause.eventId(), step);
        Map<String, String> once = Map.of(Facts.REPEAT_SCOPE, "saga." + cause.process(), Facts.REPEAT_KEY, key);
        return carryOut(command, message(command, cause, once));
    }

    /** Asks what changes nothing; asked again after a crash it is answered as it is then, and no answer is kept. */
    public Answer ask(Object question, Cause cause) {
        return carryOut(question, message(question, cause, Map.of()));
    }

    private Answer carryOut(Object command, CommandMessage<Object> message) {
        try {
            Object value = CompletableFuture.supplyAsync(() -> commands.sendAndWait(message), threads)
                    .orTimeout(SECONDS_AT_MOST, TimeUnit.SECONDS)
                    .join();
            return new Answer(value, null);
        } catch (CompletionException e) {
            return new Answer(null, refusal(command, e.getCause()));
        }
    }

    private static CommandMessage<Object> message(Object command, Cause cause, Map<String, String> more) {
        MetaData facts = MetaData.from(
                        Map.of(Facts.ACTOR, "system", Facts.ROLES, "system", Facts.CHANNEL, Channel.SYSTEM.toString()))
                .mergedWith(more);
        if (cause.visitId() != null) {
            facts = facts.and(Facts.CORRELATION_ID, cause.visitId());
        }
        // The message has the event's identifier, so that what it leads to names the event as its cause.
        return new GenericCommandMessage<>(
                new GenericMessage<>(cause.eventId(), command, facts),
                command.getClass().getName());
    }

    private static Refused refusal(Object command, Throwable failure) {
        RuntimeException cause = Failures.of(command, failure);
        if (cause instanceof Refused refused && !(cause instanceof Refused.StillRunning)) {
            return refused;
        }
        throw cause;
    }

    private static ExecutorService pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_AT_MOST), task -> {
                    Thread thread = new Thread(task, "order");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @PreDestroy
    void close() {
        if (threads instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }
}

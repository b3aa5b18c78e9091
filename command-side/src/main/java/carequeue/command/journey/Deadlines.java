package carequeue.command.journey;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.command.door.Failures;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** How long a process waits: deadlines that survive a restart and only send an order to the one that waits. */
@Component
public class Deadlines implements SmartLifecycle {

    private static final Duration POLLING = Duration.ofMillis(250);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    // What a killed node had begun is begun again after twenty seconds; the library's own half an hour is a patient's
    // visit.
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED = 4;

    private final CommandGateway commands;
    private final OneTimeTask<Patience> patience;
    private final SchedulerClient client;
    private final Scheduler scheduler;
    private final boolean runsHere;
    private volatile boolean running;

    Deadlines(
            CommandGateway commands,
            DataSource dataSource,
            Clock clock,
            @Value("${carequeue.roles:command,query,integration}") String roles) {
        this.commands = commands;
        this.runsHere = List.of(roles.split("[,\\s]+")).contains("command");
        this.patience = Tasks.oneTime("patience", Patience.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN_AFTER))
                .execute((task, context) -> end(task.getData()));
        PostgreSqlJdbcCustomization postgres = new PostgreSqlJdbcCustomization(false, true);
        JacksonSerializer json = new JacksonSerializer();
        // The client joins the transaction of the one who schedules; the scheduler's own statements commit at once.
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), patience)
                .serializer(json)
                .jdbcCustomization(postgres)
                .build();
        this.scheduler = Scheduler.create(dataSource, patience)
                .serializer(json)
                .jdbcCustomization(postgres)
                .commitWhenAutocommitDisabled(true)
                .clock(clock::instant)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .threads(2)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    /** Who waits, for what, and until when. */
    record Patience(Waiting who, String id, String step, Instant at) {}

    /** Ends the patience of a visit with a step at an instant; harmless when that is arranged already. */
    void schedule(String visitId, String step, Instant at) {
        schedule(Waiting.VISIT, visitId, step, at);
    }

    /** Ends the patience of whoever waits for a step at an instant; harmless when that is arranged already. */
    void schedule(Waiting who, String id, String step, Instant at) {
        client.scheduleIfNotExists(patience.instance(task(who, id, step), new Patience(who, id, step, at)), at);
    }

    /** The answer came; harmless when the patience has ended. */
    void cancel(String visitId, String step) {
        cancel(Waiting.VISIT, visitId, step);
    }

    /** The answer came; harmless when the patience has ended. */
    void cancel(Waiting who, String id, String step) {
        try {
            client.cancel(TaskInstanceId.of(patience.getName(), task(who, id, step)));
        } catch (DbSchedulerException gone) {
            // It runs or has run: the one that waits knows that it was answered and passes over the order.
            return;
        }
    }

    private void end(Patience ended) {
        Object order = ended.who().end(ended.id(), ended.step());
        try {
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(order).andMetaData(facts(ended)));
        } catch (RuntimeException e) {
            // Tried again, a refusal would come again for ever: what waited has gone its way.
            if (!(Failures.of(order, e) instanceof Refused)) {
                throw e;
            }
        }
    }

    private static Map<String, Object> facts(Patience ended) {
        Map<String, Object> facts = new TreeMap<>(
                Map.of(Facts.ACTOR, "system", Facts.ROLES, "system", Facts.CHANNEL, Channel.SYSTEM.toString()));
        if (ended.who() == Waiting.VISIT) {
            facts.put(Facts.CORRELATION_ID, ended.id());
        }
        // A node that dies between the order and the end of the task leaves the task to another: it orders nothing
        // twice.
        facts.put(Facts.REPEAT_SCOPE, "deadline");
        facts.put(
                Facts.REPEAT_KEY,
                Ids.derived("deadline", ended.who().name(), ended.id(), ended.step(), String.valueOf(ended.at())));
        return facts;
    }

    private static String task(Waiting who, String id, String step) {
        return Ids.derived("patience", who.name(), id, step);
    }

    @Override
    public void start() {
        if (runsHere) {
            scheduler.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        if (running && runsHere) {
            scheduler.stop();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

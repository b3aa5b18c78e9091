package carequeue.command.door;

import carequeue.api.Refused;
import java.util.Locale;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** What an order failed with, in the clinic's words where it was refused. */
public final class Failures {

    private Failures() {}

    /** The refusal or failure behind what the command bus reports. */
    public static RuntimeException of(Object command, Throwable reported) {
        Throwable cause =
                reported instanceof CommandExecutionException e && e.getCause() != null ? e.getCause() : reported;
        if (cause instanceof AggregateNotFoundException e) {
            return new Refused.NotFound(aggregate(command), String.valueOf(e.getAggregateIdentifier()));
        } else if (cause instanceof IncompatibleAggregateException) {
            // Under this identifier is another thing's history, such as a payment's where a visit was named.
            return new Refused.NotFound(aggregate(command), "of this identifier");
        }
        return cause instanceof RuntimeException e ? e : new CommandExecutionException("an order failed", cause);
    }

    /** What a command speaks to, by the name of its page: a {@code QueueCommand} speaks to a queue. */
    private static String aggregate(Object command) {
        Class<?> page = pageOf(command.getClass());
        if (page == null) {
            return "thing";
        }
        // A page of a page, such as that of a patient's merges, speaks to what the first one speaks to.
        for (Class<?> wider = pageOf(page); wider != null; wider = pageOf(page)) {
            page = wider;
        }
        return page.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
    }

    private static Class<?> pageOf(Class<?> type) {
        for (Class<?> page : type.getInterfaces()) {
            if (page.getSimpleName().endsWith("Command")) {
                return page;
            }
        }
        return null;
    }
}

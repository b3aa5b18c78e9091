package carequeue.command.journey;

import carequeue.api.Refused;
import carequeue.command.journey.Orders.Answer;
import carequeue.command.journey.Orders.Cause;
import org.axonframework.eventhandling.EventMessage;

/** What one event makes a process order. */
record Errand(Orders orders, Cause cause) {

    static Errand of(Orders orders, String process, String visitId, EventMessage<?> event) {
        return new Errand(orders, new Cause(process, visitId, event.getIdentifier()));
    }

    Answer send(Object command) {
        return orders.send(command, cause);
    }

    Answer send(Object command, String step) {
        return orders.send(command, cause, step);
    }

    /** Asks what changes nothing. */
    Answer ask(Object question) {
        return orders.ask(question, cause);
    }

    String visitId() {
        return cause.visitId();
    }

    String eventId() {
        return cause.eventId();
    }

    /** The stable name of the rule by which an order was refused. */
    static String rule(Refused refused) {
        if (refused instanceof Refused.AgainstRule against) {
            return against.rule();
        } else if (refused instanceof Refused.WrongState wrong) {
            return wrong.state();
        } else if (refused instanceof Refused.AlreadyTaken) {
            return "already-checked-in";
        }
        return refused instanceof Refused.NotFound ? "not-found" : "refused";
    }
}

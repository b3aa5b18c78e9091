package carequeue.command.queue;

import static carequeue.api.queue.EntryState.CALLED;
import static carequeue.api.queue.EntryState.HELD;
import static carequeue.api.queue.EntryState.IN_SERVICE;
import static carequeue.api.queue.EntryState.NO_SHOW;
import static carequeue.api.queue.EntryState.WAITING;

import carequeue.api.Refused;
import carequeue.api.queue.EntryState;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of an entry and the states that allow them. */
enum EntryStep {
    CALL("be called", WAITING),
    RECALL("be put back to wait", CALLED),
    START("be taken into service", CALLED),
    COMPLETE("be completed", IN_SERVICE),
    HOLD("be held", WAITING),
    RELEASE("be released", HELD),
    NO_SHOW_UP("be marked as no-show", CALLED),
    BRING_BACK("be brought back", NO_SHOW),
    TRANSFER("be transferred", WAITING, HELD),
    PRIORITIZE("get another acuity", WAITING, HELD, CALLED),
    LEAVE("leave", WAITING, HELD),
    ASSIGN("get another provider", WAITING, HELD),
    NEED("need another service point", WAITING, HELD),
    AWAIT("wait for the provider", WAITING, HELD);

    private final String words;
    private final Set<EntryState> from;

    EntryStep(String words, EntryState first, EntryState... others) {
        this.words = words;
        this.from = EnumSet.of(first, others);
    }

    /** Refuses, naming the state found, when it does not allow the step. */
    void mustBeAllowed(String ticket, EntryState found) {
        if (!from.contains(found)) {
            String allowed = from.stream().map(EntryState::toString).collect(Collectors.joining(" or "));
            throw new Refused.WrongState(
                    found.toString(),
                    "Ticket " + ticket + " is " + found + "; only one that is " + allowed + " can " + words + ".");
        }
    }
}

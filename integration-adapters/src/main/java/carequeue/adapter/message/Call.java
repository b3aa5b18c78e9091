package carequeue.adapter.message;

import carequeue.adapter.outbox.NotYet;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;

/**
 * The calls to a provider for one attempt, one for each part of its address: from the first one's begin until the whole has an answer, it is not known
 * what became of it.
 */
public final class Call {

    private final Attempts attempts;
    private final NotificationDispatched said;
    private final boolean again;
    private int open;

    Call(Attempts attempts, NotificationDispatched said, boolean again) {
        this.attempts = attempts;
        this.said = said;
        this.again = again;
    }

    /** The provider is about to be called. */
    public void begins() {
        if (open == 0 && !attempts.calls(said, again)) {
            throw new NotYet("somebody else is telling it, or has told it");
        }
        open++;
    }

    /** The provider certainly took nothing of the last call; earlier ones stay in doubt. */
    public void notTaken() {
        if (--open == 0) {
            attempts.inDoubt(said, again);
        }
    }

    /** How many calls may have been taken. */
    public int open() {
        return open;
    }
}

package carequeue.command.queue;

import carequeue.api.Refused;
import carequeue.api.queue.QueueKeys;

/** A patient who is called or in service in another queue cannot be called here. */
final class WithStaff {

    private WithStaff() {}

    /** The visit that is with staff elsewhere; any other refusal goes on. */
    static String visitOf(Refused.AlreadyTaken taken) {
        if (!taken.kind().startsWith(QueueKeys.WITH_STAFF)) {
            throw taken;
        }
        return taken.kind().substring(QueueKeys.WITH_STAFF.length());
    }

    /** The refusal of a call to somebody in particular. */
    static Refused elsewhere(Refused.AlreadyTaken taken) {
        visitOf(taken);
        return new Refused.WrongState("elsewhere", "This patient is called or in service in another queue.");
    }
}

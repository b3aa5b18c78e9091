package carequeue.store;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;

/** History holds an event that this version of CareQueue does not understand: whoever met it stops instead of passing over it. */
public final class Unreadable extends SerializationException {

    Unreadable(SerializedType type, String known) {
        super("history holds " + type.getName() + " of revision " + type.getRevision() + ", and this version " + known
                + ": start the version that wrote it, or give the upcaster that is missing");
    }

    static Unreadable name(SerializedType type) {
        return new Unreadable(type, "knows no such event");
    }

    static Unreadable revision(SerializedType type, int known) {
        return new Unreadable(type, "reads revision " + known);
    }

    /** None: whoever reads tries again every second, and the sentence says it all. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

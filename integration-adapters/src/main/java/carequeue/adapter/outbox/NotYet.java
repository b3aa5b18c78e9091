package carequeue.adapter.outbox;

/** An effect has to wait for something of our own; it is tried again soon and nobody is alarmed. */
public final class NotYet extends RuntimeException {

    public NotYet(String what) {
        super(what, null, false, false);
    }
}

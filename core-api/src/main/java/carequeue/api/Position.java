package carequeue.api;

/**
 * A place in history, counted from 1; 0 stands before the first event.
 *
 * <p>It travels empty in the metadata of a command's result, and the store fills it when the command's events are appended.
 */
public final class Position {

    /** The key under which a command's result carries its position. */
    public static final String KEY = "position";

    private volatile long value = -1;

    /** Notes the index of an appended event; the highest stays. */
    public synchronized void advanceTo(long index) {
        value = Math.max(value, index);
    }

    /** The index of the last event appended, or -1 when none was. */
    public long value() {
        return value;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

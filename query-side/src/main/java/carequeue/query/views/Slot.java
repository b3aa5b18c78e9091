package carequeue.query.views;

/** A row in memory, null where there is none yet, with the position of its last change. */
final class Slot<R> {

    private R row;
    private long position;
    private boolean dirty;

    Slot(R row, long position) {
        this.row = row;
        this.position = position;
    }

    R row() {
        return row;
    }

    long position() {
        return position;
    }

    boolean dirty() {
        return dirty;
    }

    /** Changes the row unless it already holds what was then, or is as it was. */
    void put(R now, long at) {
        if (at > position && !now.equals(row)) {
            row = now;
            position = at;
            dirty = true;
        }
    }

    void written() {
        dirty = false;
    }
}

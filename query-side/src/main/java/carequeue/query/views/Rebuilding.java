package carequeue.query.views;

/**
 * A rebuild that a builder holds.
 *
 * @param position up to which the generation holds everything
 * @param swapped whether it is live already, so that only what is old remains to be deleted
 */
record Rebuilding(String view, String builder, int generation, long position, boolean swapped) {

    Rebuilding at(long now) {
        return new Rebuilding(view, builder, generation, now, swapped);
    }

    Rebuilding live() {
        return new Rebuilding(view, builder, generation, position, true);
    }

    /** The name under which the dead letters of the generation wait until it is live. */
    String letters() {
        return view + "#" + generation;
    }
}

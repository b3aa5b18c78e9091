package carequeue.store;

/**
 * Into how many segments the work of a processing group is cut.
 *
 * @param others of each group of views and of effects; may be changed while no node runs
 * @param sagas of each group of sagas; stays as it was when the group first ran
 */
public record SegmentCounts(int others, int sagas) {

    private static final int MOST = 64;

    public SegmentCounts {
        if (others < 1 || sagas < 1 || others > MOST || sagas > MOST) {
            throw new CannotRun(
                    "carequeue.processors.segments and carequeue.processors.saga-segments lie between 1 and " + MOST
                            + ": they are " + others + " and " + sagas + ".");
        }
    }

    /** Those of a group. */
    public int of(String group) {
        return isSaga(group) ? sagas : others;
    }

    static boolean isSaga(String group) {
        return group.startsWith("saga.");
    }
}

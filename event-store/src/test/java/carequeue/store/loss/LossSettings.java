package carequeue.store.loss;

/**
 * How hard a run is.
 *
 * @param events how many events are to be committed at least
 * @param writers how many nodes write, each with a clock of its own
 * @param skewSeconds how far the slowest clock is behind
 * @param rollbackPercent of the transactions are undone after their indices were drawn
 * @param pauseMillis the longest ordinary pause before a commit; one in a hundred lasts up to fifty times as long
 * @param seed of every choice
 */
public record LossSettings(int events, int writers, int skewSeconds, int rollbackPercent, int pauseMillis, long seed) {

    /** The run that was agreed on: eight writers, clocks up to 400 s behind, 8 % undone. */
    public static LossSettings of(int events, long seed) {
        return new LossSettings(events, 8, 400, 8, 3, seed);
    }
}

package carequeue.app.payments;

import java.util.Random;

/**
 * A node ends at this very point. In a process of its own it is gone as after {@code kill -9}: no hook runs, nothing is given back. Beside others in one
 * process it is an error that nothing catches, so that the lease of the row has to run out.
 */
final class Killed extends Error {

    private static final int AS_BY_SIGNAL_9 = 137;
    private static final Random CHANCE = new Random(4711);
    private static volatile double rate;
    private static volatile int count;
    private static volatile boolean wholeProcess;

    private Killed() {
        super("killed", null, false, false);
    }

    /** The share of steps at which it strikes from now on. */
    static void rate(double share) {
        rate = share;
    }

    /** It ends the process from now on. */
    static void wholeProcess() {
        wholeProcess = true;
        CHANCE.setSeed(System.nanoTime());
    }

    /** Strikes, or not. */
    static synchronized void perhaps() {
        if (CHANCE.nextDouble() >= rate) {
            return;
        } else if (wholeProcess) {
            Runtime.getRuntime().halt(AS_BY_SIGNAL_9);
        }
        count++;
        throw new Killed();
    }

    static int count() {
        return count;
    }
}

package carequeue.app.kill;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Lets so many orders a second through, over all customers. */
final class Pace {

    private final long between;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Pace(int perSecond) {
        between = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    void next() {
        // What could not be ordered while nobody answered is not made up for in a burst.
        long mine = next.updateAndGet(last -> Math.max(last + between, System.nanoTime() - 5 * between));
        long wait = mine - System.nanoTime();
        while (wait > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(wait);
            wait = mine - System.nanoTime();
        }
    }
}

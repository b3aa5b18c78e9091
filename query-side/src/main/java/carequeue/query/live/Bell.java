package carequeue.query.live;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; many rings before it looks are one. */
final class Bell {

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    /** Whether it rang within the time. */
    boolean await(long millis) throws InterruptedException {
        boolean rung = rings.tryAcquire(millis, TimeUnit.MILLISECONDS);
        rings.drainPermits();
        return rung;
    }
}

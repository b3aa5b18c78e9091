package carequeue.store.loss;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Whether a reader stands at the head of history; writers wait for one that does not, or the proof would prove nothing. */
final class Head {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int STEPS = 1_000;

    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean reached = true;

    void reached(boolean now) {
        reached = now;
        opened.countDown();
    }

    void awaitOpened() throws InterruptedException {
        opened.await();
    }

    /** Waits at most two seconds. */
    void awaitReached() {
        for (int i = 0; i < STEPS && !reached; i++) {
            LockSupport.parkNanos(STEP);
        }
    }
}

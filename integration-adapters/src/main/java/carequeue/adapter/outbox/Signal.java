package carequeue.adapter.outbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Wakes the dispatcher of this node; many signals at once are one. */
@Primary
@Component
public class Signal {

    private final Semaphore raised = new Semaphore(0);

    /** Something may be due. */
    public void raise() {
        raised.release();
    }

    /** Waits for a signal, at most so long. */
    void await(long millis) throws InterruptedException {
        if (raised.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}

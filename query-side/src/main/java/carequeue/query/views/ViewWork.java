package carequeue.query.views;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread of a query node that does what was ordered for views: rebuilds, and dead letters to be tried again or discarded. */
@Component
class ViewWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewWork.class);
    private static final long EVERY_MILLIS = 500;

    private final RebuildRunner rebuilds;
    private final LetterWork letters;
    private volatile Thread thread;

    ViewWork(RebuildRunner rebuilds, LetterWork letters) {
        this.rebuilds = rebuilds;
        this.letters = letters;
    }

    private void run() {
        boolean registered = false;
        while (runs()) {
            try {
                if (!registered) {
                    rebuilds.register();
                    registered = true;
                }
                letters.turn();
                rebuilds.turn(this::runs);
            } catch (RuntimeException e) {
                LOG.warn("The views' work waits for a moment: {}", NotWritten.kinds(e));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS));
        }
    }

    private boolean runs() {
        return thread == Thread.currentThread();
    }

    @Override
    public void start() {
        Thread work = new Thread(this::run, "view-work");
        work.setDaemon(true);
        thread = work;
        work.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            LockSupport.unpark(running);
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

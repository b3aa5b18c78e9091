package carequeue.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for tests that block: the JDK's common pool may have a single one. */
final class TestThreads {

    static final ExecutorService ALL = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "test");
        thread.setDaemon(true);
        return thread;
    });

    private TestThreads() {}
}

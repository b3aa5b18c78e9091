package carequeue.command;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread for what nobody waits for; what it has not begun when the node stops is left undone. */
final class Aside implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread aside = new Thread(task, "aside");
        aside.setDaemon(true);
        return aside;
    });

    void execute(Runnable task) {
        thread.execute(task);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

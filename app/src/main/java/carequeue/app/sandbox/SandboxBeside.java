package carequeue.app.sandbox;

import carequeue.app.start.CannotStart;
import carequeue.app.start.DataDirectory;
import carequeue.sandbox.Sandbox;
import carequeue.sandbox.SandboxCannotStart;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.context.SmartLifecycle;

/** The sandbox in the same process, in a context of its own; it starts while the application starts. */
public final class SandboxBeside implements SmartLifecycle, AutoCloseable {

    private final CompletableFuture<Sandbox.Running> starting;

    SandboxBeside(DataDirectory data, int port) {
        starting = CompletableFuture.supplyAsync(() -> Sandbox.start(data.resolve("sandbox"), port));
    }

    /** The address of its control page. */
    public String url() {
        return starting.join().url();
    }

    /** Waits until it answers: nothing may call it before. */
    @Override
    public void start() {
        try {
            starting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SandboxCannotStart reason) {
                throw new CannotStart(reason.getMessage() + ".", reason);
            }
            throw e;
        }
    }

    @Override
    public void stop() {
        // Closed as a bean, after everything that calls it.
    }

    @Override
    public boolean isRunning() {
        return starting.isDone() && !starting.isCompletedExceptionally();
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void close() {
        starting.thenAccept(Sandbox.Running::close).exceptionally(e -> null).join();
    }
}

package carequeue.app.kill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One node of CareQueue as a process of its own. */
final class Node implements AutoCloseable {

    /** The password of the embedded users. */
    static final String PASSWORD = "killed-and-alive-again";

    private final String name;
    private final Path log;
    private final Map<String, String> settings;
    private final int port = Java.freePort();
    private final int management = Java.freePort();
    private volatile Process process;
    private volatile boolean wanted;

    Node(String name, Path directory, Map<String, String> settings) {
        this.name = name;
        this.log = directory.resolve(name + ".log");
        this.settings = new HashMap<>(settings);
        this.settings.put("CAREQUEUE_DATA", directory.resolve(name).toString());
        this.settings.put("CAREQUEUE_DEMO_PASSWORD", PASSWORD);
        this.settings.put("CAREQUEUE_SECRET", "a-secret-of-the-kill-loops-that-is-long-enough");
        this.settings.put("CAREQUEUE_SANDBOX_ENABLED", "false");
        // Being told of news is asked for anew by every database; it is no effect of history.
        this.settings.put("CAREQUEUE_EHR_WEBHOOK_SUBSCRIBE", "off");
        this.settings.put("SERVER_PORT", Integer.toString(port));
        this.settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
    }

    /** Starts it without waiting. */
    synchronized void start() {
        wanted = true;
        process = Java.start(log, settings, "carequeue.app.CareQueue");
    }

    /** Starts it again where it ended although nobody wanted that, as a service manager does. */
    synchronized void startAgainIfItEnded() {
        if (wanted && !process.isAlive()) {
            start();
        }
    }

    void awaitReady(Duration atMost) {
        await(name + " is ready, see " + log)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .until(this::ready);
    }

    /** Ends it without a word; it stays so until it is started. */
    synchronized void kill() {
        wanted = false;
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and waits. */
    synchronized void stop() {
        wanted = false;
        process.destroy();
        process.onExit().join();
    }

    /** Sends a signal by its name, such as STOP or CONT. */
    void signal(String signal) {
        try {
            int result = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException(name + " could not be sent " + signal);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String origin() {
        return "http://localhost:" + port;
    }

    private boolean ready() {
        return Http.answers("http://localhost:" + management + "/actuator/health/readiness");
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            signal("CONT");
            stop();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

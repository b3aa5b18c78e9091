package carequeue.app.payments;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A node that is killed and, as a service manager does it, started again. */
final class NodeProcess {

    private final Path log;
    private final List<String> command = new ArrayList<>();
    private final int port = freePort();
    private Process process;
    private boolean wanted = true;
    private int ends;

    NodeProcess(Path directory, String name, Path told, List<String> settings) {
        log = directory.resolve(name + ".log");
        command.addAll(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(PaymentsNode.class.getName(), told.toString()));
        command.addAll(settings);
        command.addAll(List.of("--carequeue.data=" + directory.resolve(name), "--server.port=" + port));
        command.add("--management.server.port=" + freePort());
        start();
    }

    private synchronized void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it where it has ended. */
    synchronized void startAgainIfItEnded() {
        if (wanted && !process.isAlive()) {
            ends++;
            start();
        }
    }

    /** {@code kill -9}. */
    synchronized void kill() {
        process.destroyForcibly();
    }

    /** How often it ended although nobody asked it to. */
    synchronized int ends() {
        return ends;
    }

    String origin() {
        return "http://localhost:" + port;
    }

    synchronized void stop() {
        wanted = false;
        process.destroyForcibly();
        process.onExit().join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

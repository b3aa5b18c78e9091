package carequeue.app.process;

import carequeue.app.journey.Caller;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CareQueue as a process of its own, with a data directory that outlives it, as a user starts it. */
public final class CareQueueProcess implements AutoCloseable {

    /** The password of the embedded users. */
    public static final String PASSWORD = "figures-and-kills";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Path data;
    private final List<String> program;
    private final int port = freePort();
    private final int management = freePort();
    private final int sandbox = freePort();
    private Process process;

    private CareQueueProcess(Path data, List<String> program) {
        this.data = data;
        this.program = program;
    }

    /** The classes of this build. */
    public static CareQueueProcess ofClasses(Path data) {
        return new CareQueueProcess(
                data, List.of("-cp", System.getProperty("java.class.path"), "carequeue.app.CareQueue"));
    }

    /** The packaged jar. */
    public static CareQueueProcess ofJar(Path data, Path jar) {
        return new CareQueueProcess(data, List.of("-jar", jar.toString()));
    }

    /** The extracted jar with a class archive, which the first start makes; with more options of Java. */
    public static CareQueueProcess archived(Path data, Path jar, Path archive, String... options) {
        List<String> program = new ArrayList<>(List.of(options));
        program.addAll(List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off"));
        program.add("-XX:DumpLoadedClassList=" + archive.resolveSibling("classes-%p.lst"));
        program.addAll(List.of("-Dcarequeue.start.archive=" + archive, "-jar", jar.toString()));
        return new CareQueueProcess(data, program);
    }

    /** Starts it and waits until it is ready; answers how long that took. */
    public Duration start() {
        long began = System.nanoTime();
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m"));
        command.addAll(program);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log());
        Map<String, String> environment = builder.environment();
        environment.put("CAREQUEUE_DATA", data.toString());
        environment.put("CAREQUEUE_DEMO_PASSWORD", PASSWORD);
        environment.put("CAREQUEUE_SANDBOX_PORT", Integer.toString(sandbox));
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
        try {
            process = builder.start();
            while (!ready()) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("ended with " + process.exitValue() + ":\n" + said());
                }
                if (System.nanoTime() - began > Duration.ofMinutes(2).toNanos()) {
                    throw new IllegalStateException("not ready in two minutes:\n" + said());
                }
                process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            return Duration.ofNanos(System.nanoTime() - began);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it without a word, as kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and waits. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Where it answers. */
    public String origin() {
        return "http://localhost:" + port;
    }

    /** Where the sandbox answers. */
    public String sandbox() {
        return "http://localhost:" + sandbox;
    }

    /** An embedded user. */
    public Caller as(String user) {
        return Caller.as(origin(), user, PASSWORD);
    }

    /** Everything it printed. */
    public String said() {
        try {
            return Files.readString(log().toPath());
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private File log() {
        return data.resolveSibling(data.getFileName() + ".log").toFile();
    }

    private boolean ready() {
        try {
            URI readiness = URI.create("http://localhost:" + management + "/actuator/health/readiness");
            return HTTP.send(
                                    HttpRequest.newBuilder(readiness)
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

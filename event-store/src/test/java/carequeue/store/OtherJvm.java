package carequeue.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A second node in a JVM of its own, on the same database: it is told one thing a line, and answers with one line. */
final class OtherJvm implements AutoCloseable {

    private final Process process;
    private final PrintStream told;
    private final BufferedReader answers;

    OtherJvm(HikariDataSource database) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dlogging.level.root=off",
                "-cp",
                System.getProperty("java.class.path"),
                OtherNode.class.getName(),
                database.getJdbcUrl(),
                database.getUsername(),
                database.getPassword());
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        told = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Tells it something, and waits for its answer. */
    String ask(String... words) {
        return asking(words).join();
    }

    /** Tells it something; its answer comes within half a minute, or the future fails. */
    CompletableFuture<String> asking(String... words) {
        told.println(String.join("\t", words));
        return CompletableFuture.supplyAsync(this::answer, TestThreads.ALL).orTimeout(30, TimeUnit.SECONDS);
    }

    private String answer() {
        try {
            String line = answers.readLine();
            while (line != null && !line.startsWith(OtherNode.MARK)) {
                line = answers.readLine();
            }
            return line == null ? "gone" : line.substring(OtherNode.MARK.length());
        } catch (IOException e) {
            return "gone";
        }
    }

    /** As {@code kill -9} ends it. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As a pause of the whole machine would, until {@link #thaw}. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + signal + " answered " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}

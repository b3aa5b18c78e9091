package carequeue.app.benchmark;

import carequeue.api.Actor;
import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.app.CareQueue;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.sandbox.Sandbox;
import carequeue.store.Supervisor;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole of CareQueue as it runs, on a database of the benchmark, with the sandbox outside. */
final class Clinic implements AutoCloseable {

    /** The password of the embedded users. */
    static final String PASSWORD = "the-password-of-the-benchmarks";

    private static final Actor DESK = new Actor("bench", Set.of("front-desk"), Set.of("*"), null);

    private final ConfigurableApplicationContext context;
    private final Sandbox.Running sandbox;

    /** A node with the roles given, such as {@code command,query}. */
    Clinic(HikariDataSource database, String roles) throws IOException {
        Path directory = Files.createTempDirectory("carequeue-benchmark");
        sandbox = Sandbox.start(directory.resolve("sandbox"), 0);
        context = new SpringApplicationBuilder(CareQueue.class).run(arguments(database, roles, directory, sandbox));
    }

    private static String[] arguments(
            HikariDataSource database, String roles, Path directory, Sandbox.Running sandbox) {
        return new String[] {
            "--carequeue.data=" + directory.resolve("data"),
            "--carequeue.database.url=" + database.getJdbcUrl(),
            "--carequeue.database.username=" + database.getUsername(),
            "--carequeue.database.password=" + database.getPassword(),
            "--carequeue.secret=a-secret-of-the-benchmarks-that-is-long-enough",
            "--carequeue.demo-password=" + PASSWORD,
            "--carequeue.roles=" + roles,
            "--carequeue.sandbox.enabled=false",
            "--carequeue.ehr.url=" + sandbox.fhirUrl(),
            "--server.port=0",
            "--management.server.port=0"
        };
    }

    /** Where it answers. */
    String origin() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** A part of the running application. */
    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Carries an order out as a door does, without a key to repeat it by. */
    <R> Answer<R> send(Object command) {
        return send(command, Map.of());
    }

    /** The same with a key to repeat it by, as a client may send one. */
    <R> Answer<R> sendRepeatable(Object command) {
        return send(
                command,
                Map.of(
                        Facts.REPEAT_SCOPE, "bench POST /api/benchmark",
                        Facts.REPEAT_KEY, UUID.randomUUID().toString(),
                        Facts.REPEAT_BODY, "0f343b0931126a20f133d67c2b018a3b0f343b0931126a20f133d67c2b018a3b"));
    }

    private <R> Answer<R> send(Object command, Map<String, Object> repeat) {
        var outcome = get(Door.class).<R>send(command, Asked.plainly(DESK, Channel.DESK, repeat));
        return new Answer<>(outcome.value(), outcome.position());
    }

    /** What an order answered, and after which position it is visible. */
    record Answer<R>(R value, long position) {}

    /** Stops every view, saga and effect of this node, as on a node that only takes orders. */
    void stopProcessors() {
        // Else it starts them again, and they read history while something else is measured.
        get(Supervisor.class).stop();
        get(EventProcessingConfiguration.class).eventProcessors().values().forEach(EventProcessor::shutDown);
    }

    @Override
    public void close() {
        context.close();
        sandbox.close();
    }
}

package carequeue.app.kill;

import carequeue.app.postgres.PostgresConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Two nodes with every role on one database, an EHR outside, and a service manager that starts again what ended. */
final class Clinic implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(6);

    private final Path directory;
    private final Database database;
    private final Outside outside;
    private final List<Node> nodes = new ArrayList<>();
    private final ScheduledExecutorService manager = Executors.newSingleThreadScheduledExecutor();

    Clinic(Path directory, int services) {
        this.directory = directory;
        write(services);
        outside = new Outside(directory);
        database = new Database(directory.resolve("database"));
        outside.awaitReady();
        nodes.add(node("node-a", "carequeue", "command,query,integration"));
        nodes.add(node("node-b", "carequeue", "command,query,integration"));
    }

    /** Starts both nodes, the second when the first has made the tables, and waits for them. */
    void open() {
        for (Node node : nodes) {
            node.start();
            node.awaitReady(START);
        }
        manager.scheduleWithFixedDelay(() -> nodes.forEach(Node::startAgainIfItEnded), 500, 500, TimeUnit.MILLISECONDS);
    }

    /** A further node on a database of the same server. */
    Node node(String name, String onDatabase, String roles) {
        PostgresConnection connection = database.connection(onDatabase);
        Map<String, String> settings = new HashMap<>();
        settings.put("CAREQUEUE_ROLES", roles);
        settings.put("CAREQUEUE_DATABASE_URL", connection.url());
        settings.put("CAREQUEUE_DATABASE_USERNAME", connection.username());
        settings.put("CAREQUEUE_DATABASE_PASSWORD", connection.password());
        settings.put("CAREQUEUE_EHR_URL", outside.fhir());
        settings.put("CAREQUEUE_EHR_SYNCEVERY", "30m");
        settings.put("SPRING_CONFIG_ADDITIONALLOCATION", "file:" + directory.resolve("clinic.yml"));
        return new Node(name, directory, settings);
    }

    List<Node> nodes() {
        return nodes;
    }

    Database database() {
        return database;
    }

    Outside outside() {
        return outside;
    }

    /** The demonstration's services, which the EHR knows, and further ones so that no queue grows beyond measure. */
    private void write(int services) {
        StringBuilder text = new StringBuilder("""
                carequeue:
                  sites:
                    - id: main
                      name: Kill Street Clinic
                      time-zone: America/New_York
                      services:
                        - {id: primary-care, name: Primary care, prefix: A}
                        - {id: urgent-care, name: Urgent care, prefix: B}
                        - {id: lab, name: Laboratory, prefix: L}
                        - {id: imaging, name: Imaging, prefix: X}
                """);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < services; i++) {
            text.append(
                    "        - {id: service-%d, name: Service %d, prefix: S%c}%n".formatted(i, i, (char) ('A' + i)));
            points.append("        - {id: point-%d, name: Point %d, services: [service-%d]}%n".formatted(i, i, i));
        }
        text.append("      service-points:\n").append(points);
        try {
            Files.writeString(directory.resolve("clinic.yml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        manager.shutdownNow();
        nodes.forEach(Node::close);
        database.close();
        outside.close();
    }
}

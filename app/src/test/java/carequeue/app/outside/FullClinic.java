package carequeue.app.outside;

import carequeue.app.CareQueue;
import carequeue.app.journey.Caller;
import carequeue.sandbox.Sandbox;
import carequeue.store.TestPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clinic with every outside service connected, and an outside that can be broken by service, or refuse every connection, and come back. */
final class FullClinic implements AutoCloseable {

    /** The services as the sandbox calls them, by their names here. */
    static final Map<String, String> SERVICES = Map.of(
            "ehr", "ehr",
            "pms", "pms",
            "payer", "payer",
            "claims", "claims",
            "sms", "twilio",
            "email", "mail",
            "push", "push",
            "payment", "stripe");

    private static final String PASSWORD = "the-password-of-the-tests";

    private final Path directory;
    private final int outsidePort = twoFreePorts();
    private final HikariDataSource database = TestPostgres.fresh();
    private final ConfigurableApplicationContext node;
    private final String origin;
    private Sandbox.Running outside;

    /** @param more further settings, such as {@code carequeue.outbox.backoff-most=2s} */
    FullClinic(Path directory, String... more) {
        this.directory = directory;
        comesBack();
        int port = twoFreePorts();
        origin = "http://localhost:" + port;
        node = new SpringApplicationBuilder(CareQueue.class).run(arguments(port, more));
        broken("stripe", "");
        Caller.nobody(outside()).put("/stripe/control/webhook", """
            {"url": "%s/webhooks/stripe", "secret": "whsec_sandbox"}\
            """.formatted(origin));
    }

    private String[] arguments(int port, String... more) {
        Stream<String> own = Stream.of(
                "carequeue.data=" + directory,
                "carequeue.database.url=" + database.getJdbcUrl(),
                "carequeue.database.username=" + database.getUsername(),
                "carequeue.database.password=" + database.getPassword(),
                "carequeue.secret=a-secret-of-the-tests-that-is-long-enough",
                "carequeue.demo-password=" + PASSWORD,
                "carequeue.public-url=" + origin,
                "server.port=" + port,
                "management.server.port=0");
        List<String> all = new ArrayList<>(OutsideSettings.of(outsidePort));
        own.forEach(all::add);
        all.addAll(List.of(more));
        return all.stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    // The mail server of the sandbox listens on the port behind its own.
    private static int twoFreePorts() {
        for (int tries = 0; tries < 50; tries++) {
            try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket two = new ServerSocket(one.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return two.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException taken) {
                continue;
            }
        }
        throw new UncheckedIOException(new IOException("no two free ports in a row"));
    }

    /** A caller who is signed in as the embedded user of a role. */
    Caller as(String role) {
        return Caller.as(origin, role, PASSWORD);
    }

    /** The address of the sandbox. */
    String outside() {
        return "http://localhost:" + outsidePort;
    }

    /** What the sandbox says, by a path of its. */
    JsonNode there(String path, String... headers) {
        return Caller.nobody(outside()).get(path, headers).body();
    }

    /** Breaks one service as the faults say, such as {@code "outage": true}, or mends it where they say nothing. */
    void broken(String sandboxName, String faults) {
        String more = faults.isEmpty() ? "" : ", " + faults;
        Caller.nobody(outside()).post("/faults", "{\"service\": \"" + sandboxName + "\"" + more + "}");
    }

    /** Every outside service refuses connections from now on; what they know they keep. */
    void refuses() {
        outside.close();
    }

    /** They are back. */
    void comesBack() {
        outside = Sandbox.start(directory.resolve("sandbox"), outsidePort);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    <T> T bean(Class<T> type) {
        return node.getBean(type);
    }

    @Override
    public void close() {
        node.close();
        outside.close();
        database.close();
    }
}

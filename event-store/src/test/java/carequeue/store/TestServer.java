package carequeue.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.testcontainers.containers.PostgreSQLContainer;

/** The PostgreSQL server behind {@link TestPostgres}: embedded, in a container, or a given one. */
record TestServer(String pattern, String user, String password, boolean given) {

    private static final String DATABASE = "DATABASE";

    static TestServer start() {
        String where = System.getProperty("carequeue.test.db", "");
        if (where.isEmpty()) {
            return embedded();
        }
        return where.equals("docker") ? container() : given(where);
    }

    String url(String database) {
        return pattern.replace(DATABASE, database);
    }

    private static TestServer embedded() {
        try {
            // Not closed here: the library stops the server when the JVM ends.
            @SuppressWarnings("resource")
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return new TestServer(
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE,
                    "postgres",
                    "postgres",
                    false);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    @SuppressWarnings("resource")
    private static TestServer container() {
        PostgreSQLContainer<?> postgres =
                new PostgreSQLContainer<>("postgres:17").withCommand("postgres", "-c", "max_connections=300");
        postgres.start();
        return new TestServer(
                "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/" + DATABASE,
                postgres.getUsername(),
                postgres.getPassword(),
                false);
    }

    private static TestServer given(String url) {
        String pattern = url.replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + DATABASE);
        return new TestServer(pattern, parameter(url, "user", "postgres"), parameter(url, "password", ""), true);
    }

    private static String parameter(String url, String name, String otherwise) {
        var found = java.util.regex.Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
        return found.find() ? found.group(1) : otherwise;
    }
}

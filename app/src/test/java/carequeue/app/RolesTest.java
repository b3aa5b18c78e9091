package carequeue.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.app.journey.Caller;
import carequeue.app.journey.Caller.Answer;
import carequeue.sandbox.Sandbox;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Three nodes, one role each, on one database: together they are CareQueue, alone each answers only what is its own. */
class RolesTest {

    private static final String PASSWORD = "the-password-of-the-tests";

    @TempDir
    static Path directory;

    @Test
    void aVisitGoesOverThreeNodes() {
        try (HikariDataSource database = TestPostgres.fresh();
                Sandbox.Running sandbox = Sandbox.start(directory.resolve("sandbox"), 0);
                ConfigurableApplicationContext command = node("command", database, sandbox);
                ConfigurableApplicationContext query = node("query", database, sandbox);
                ConfigurableApplicationContext integration = node("integration", database, sandbox)) {
            Caller commands = desk(command);
            Caller queries = desk(query);
            Answer asked = commands.post("/api/check-ins", """
                {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "lab", "reason": "blood",
                 "patient": {"firstName": "Ana", "lastName": "Roles", "birthDate": "1971-02-03"}}}\
                """);
            assertThat(asked.status()).as(asked.text()).isEqualTo(201);
            String visit = asked.body().get("visitId").asText();

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                Answer checkIn = queries.getAfter(asked.position(), "/api/check-ins/" + visit);
                assertThat(checkIn.body().path("ticket").asText()).startsWith("L-");
                assertThat(checkIn.body().at("/steps").toString()).contains("ehr-checked-in");
                assertThat(checkIn.body().get("openItems")).isEmpty();
            });

            assertThat(commands.get("/api/check-ins/" + visit).text()).contains("urn:carequeue:problem:other-role");
            assertThat(queries.post("/api/check-ins", "{}").text()).contains("urn:carequeue:problem:other-role");
            assertThat(desk(integration).get("/api/sites").text()).contains("urn:carequeue:problem:other-role");
        }
    }

    private static Caller desk(ConfigurableApplicationContext node) {
        String port = node.getEnvironment().getProperty("local.server.port");
        return Caller.as("http://localhost:" + port, "front-desk", PASSWORD);
    }

    private static ConfigurableApplicationContext node(
            String role, HikariDataSource database, Sandbox.Running sandbox) {
        return new SpringApplicationBuilder(CareQueue.class)
                .run(
                        "--carequeue.roles=" + role,
                        "--carequeue.data=" + directory.resolve(role),
                        "--carequeue.database.url=" + database.getJdbcUrl(),
                        "--carequeue.database.username=" + database.getUsername(),
                        "--carequeue.database.password=" + database.getPassword(),
                        "--carequeue.secret=a-secret-of-the-tests-that-is-long-enough",
                        "--carequeue.demo-password=" + PASSWORD,
                        "--carequeue.ehr.url=" + sandbox.fhirUrl(),
                        "--carequeue.sandbox.enabled=false",
                        "--server.port=0",
                        "--management.server.port=0");
    }
}

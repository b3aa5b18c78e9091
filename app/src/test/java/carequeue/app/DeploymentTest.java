package carequeue.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The compose file says what it should; where there is no Docker engine, nobody else would notice. */
class DeploymentTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void everyRoleRunsOnceFromTheSameImageBehindTheGateway() throws IOException {
        Map<String, Map<String, Object>> services = services();
        assertThat(services.keySet())
                .containsExactlyInAnyOrder("postgres", "command", "query", "integration", "sandbox", "gateway");
        for (String role : new String[] {"command", "query", "integration"}) {
            assertThat(services.get(role)).containsEntry("image", "carequeue");
            assertThat(settings(services.get(role)))
                    .containsEntry("CAREQUEUE_ROLES", role)
                    .containsKeys("CAREQUEUE_DATABASE_URL", "CAREQUEUE_SECRET", "CAREQUEUE_EHR_URL");
        }
        assertThat(new TreeSet<>(
                        asMap(services.get("gateway").get("depends_on")).keySet()))
                .containsExactly("command", "integration", "query");
    }

    @Test
    void everyServiceIsWatchedAndNoSecretIsWrittenDown() throws IOException {
        String dockerfile = Files.readString(ROOT.resolve("Dockerfile"));
        assertThat(dockerfile).contains("HEALTHCHECK", "/actuator/health/readiness", "USER 10001");
        services().forEach((name, service) -> {
            if (!"carequeue".equals(service.get("image"))) {
                assertThat(service).as(name).containsKey("healthcheck");
            }
            settings(service).forEach((key, value) -> {
                if (key.matches(".*(PASSWORD|SECRET)")) {
                    assertThat(value.toString()).as(name + " " + key).startsWith("${");
                }
            });
        });
    }

    @Test
    void theGatewaySplitsByTheRule() throws IOException {
        String nginx = Files.readString(ROOT.resolve("deploy/nginx.conf"));
        assertThat(nginx)
                .containsPattern("default\\s+command;")
                .containsPattern("GET\\s+query;")
                .containsPattern("~\\^/webhooks/\\s+integration;")
                .containsPattern("~\\^/api/queries/\\s+query;")
                .containsPattern("proxy_buffering off;");
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        return file.get("services");
    }

    private static Map<String, Object> settings(Map<String, Object> service) {
        return asMap(service.getOrDefault("environment", Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}

package carequeue.app.sandbox;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Lets the sandbox stand in where no EHR is given, and tells the adapters its address. */
public final class SandboxAddress implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean given = !environment.getProperty("carequeue.ehr.url", "").isBlank();
        boolean enabled = environment.getProperty("carequeue.sandbox.enabled", Boolean.class, !given);
        String port = environment.getProperty("carequeue.sandbox.port", "8090");
        Map<String, Object> settings = given || !enabled
                ? Map.of("carequeue.sandbox.enabled", enabled)
                : Map.of("carequeue.sandbox.enabled", true, "carequeue.ehr.url", "http://localhost:" + port + "/fhir");
        // First of all sources: an empty CAREQUEUE_EHR_URL, as compose files pass it, means none.
        environment.getPropertySources().addFirst(new MapPropertySource("sandbox", settings));
    }
}

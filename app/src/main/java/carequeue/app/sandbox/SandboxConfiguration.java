package carequeue.app.sandbox;

import carequeue.app.start.DataDirectory;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the sandbox beside the application, unless the outside is real. */
@Configuration(proxyBeanMethods = false)
public class SandboxConfiguration {

    @Bean
    @ConditionalOnProperty("carequeue.sandbox.enabled")
    SandboxBeside sandboxBeside(DataDirectory data, @Value("${carequeue.sandbox.port:8090}") int port) {
        return new SandboxBeside(data, port);
    }

    @Bean
    @ConditionalOnProperty("carequeue.sandbox.enabled")
    SandboxHooks sandboxHooks(SandboxBeside sandbox, Environment environment, ObjectMapper json) {
        return new SandboxHooks(sandbox, environment, json);
    }
}

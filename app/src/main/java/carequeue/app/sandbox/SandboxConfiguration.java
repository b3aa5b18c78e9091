package carequeue.app.sandbox;

import carequeue.app.start.DataDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sandbox beside the application, unless the outside is real. */
@Configuration(proxyBeanMethods = false)
public class SandboxConfiguration {

    @Bean
    @ConditionalOnProperty("carequeue.sandbox.enabled")
    SandboxBeside sandboxBeside(DataDirectory data, @Value("${carequeue.sandbox.port:8090}") int port) {
        return new SandboxBeside(data, port);
    }
}

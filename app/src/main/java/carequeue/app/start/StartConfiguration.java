package carequeue.app.start;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What CareQueue is told at its start and what it then says. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CareQueueSettings.class)
@Import({Greeting.class, Keys.class, Housekeeping.class, ClassArchive.class, SecretsAtStart.class})
public class StartConfiguration {

    @Bean
    static StartRules startRules(Environment environment) {
        return new StartRules(environment);
    }
}

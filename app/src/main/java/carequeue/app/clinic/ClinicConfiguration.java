package carequeue.app.clinic;

import carequeue.api.site.Sites;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clinic's set-up and its clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClinicSettings.class)
public class ClinicConfiguration {

    @Bean
    Sites sites(ClinicSettings settings) {
        return settings.asSites();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

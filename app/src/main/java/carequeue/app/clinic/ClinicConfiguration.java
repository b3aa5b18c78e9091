package carequeue.app.clinic;

import carequeue.api.site.Sites;
import carequeue.store.WakeUps;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** The clinic's set-up and its clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClinicSettings.class)
public class ClinicConfiguration {

    // History itself needs aggregates and handlers, which may ask for the sites: they are looked at when first asked
    // for.
    @Bean
    LiveSites liveSites(@Lazy EventStore history, JdbcTemplate jdbc, WakeUps wakeUps) {
        return new LiveSites(history, jdbc, wakeUps);
    }

    @Bean
    Sites sites(LiveSites live, Clock clock) {
        return new Sites(live::known, live::look, clock);
    }

    @Bean
    FirstSites firstSites(ClinicSettings settings, Sites sites, @Lazy CommandGateway commands) {
        return new FirstSites(settings, sites, commands);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

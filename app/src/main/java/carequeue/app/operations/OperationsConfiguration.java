package carequeue.app.operations;

import carequeue.adapter.secrets.SecretAges;
import carequeue.app.start.CareQueueSettings;
import carequeue.store.SegmentCounts;
import carequeue.store.Supervisor;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what operators see. */
@Configuration(proxyBeanMethods = false)
public class OperationsConfiguration {

    @Bean
    ProcessorHealth processorsHealthIndicator(Supervisor supervisor) {
        return new ProcessorHealth(supervisor);
    }

    @Bean
    ProcessorMetrics processingGroupMetrics(Supervisor supervisor) {
        return new ProcessorMetrics(supervisor);
    }

    @Bean
    SecretMetrics secretMetrics(SecretAges ages) {
        return new SecretMetrics(ages);
    }

    /** Before any processor starts: a pool that is too small stops everything later, and says nothing. */
    @Bean
    ConfigurerModule enoughConnections(
            Supervisor supervisor,
            SegmentCounts segments,
            CareQueueSettings settings,
            @Value("${carequeue.outbox.workers:16}") int workers,
            @Value("${spring.datasource.hikari.maximum-pool-size:0}") int given,
            DataSource dataSource) {
        return configurer ->
                configurer.onInitialize(configuration -> configuration.onStart(Phase.EXTERNAL_CONNECTIONS, () -> {
                    Connections needed =
                            Connections.of(supervisor.groups(), segments, settings.is("integration") ? workers : 0);
                    if (given > 0) {
                        needed.check(given);
                    } else {
                        pool(dataSource).setMaximumPoolSize(needed.comfortable());
                    }
                }));
    }

    private static HikariDataSource pool(DataSource dataSource) {
        try {
            return dataSource.unwrap(HikariDataSource.class);
        } catch (SQLException none) {
            throw new IllegalStateException("the connections are not pooled", none);
        }
    }
}

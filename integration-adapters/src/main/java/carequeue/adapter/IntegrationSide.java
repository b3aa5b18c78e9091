package carequeue.adapter;

import carequeue.adapter.filter.jose.PartnerSettings;
import carequeue.adapter.outbox.OutboxSettings;
import carequeue.adapter.resilience.HealthSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Everything that is done outside, on the nodes that have the role {@code integration}. */
@Configuration(proxyBeanMethods = false)
@InIntegrationRole
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties({OutboxSettings.class, HealthSettings.class, PartnerSettings.class})
public class IntegrationSide {}

package carequeue.adapter.pms;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of the practice management system. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PmsSettings.class)
class PmsSetUp {}

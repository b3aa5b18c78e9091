package carequeue.adapter.push.fcm;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of Firebase. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FcmSettings.class)
class FcmSetUp {}

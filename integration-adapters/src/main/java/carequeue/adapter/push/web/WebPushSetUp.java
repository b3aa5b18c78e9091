package carequeue.adapter.push.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of Web Push. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebPushSettings.class)
class WebPushSetUp {}

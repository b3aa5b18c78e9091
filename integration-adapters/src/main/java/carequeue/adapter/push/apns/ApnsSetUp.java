package carequeue.adapter.push.apns;

import carequeue.adapter.resilience.Guards;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Apple's push service, with the certificates that the JDK trusts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApnsSettings.class)
class ApnsSetUp {

    @Bean
    Apns apns(ApnsSettings settings, Guards guards) {
        return new Apns(settings, guards, new ApnsClientBuilder());
    }
}

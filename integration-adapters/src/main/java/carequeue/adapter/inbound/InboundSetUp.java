package carequeue.adapter.inbound;

import carequeue.adapter.outbox.Signal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What the doors for outside systems have in common. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboundSettings.class)
class InboundSetUp {

    @Bean
    Signal inboundSignal() {
        return new Signal();
    }

    /** Before everything that looks at parameters, which would use the body up. */
    @Bean
    FilterRegistrationBean<RawBodies> rawBodies() {
        var registration = new FilterRegistrationBean<>(new RawBodies());
        registration.addUrlPatterns("/webhooks/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}

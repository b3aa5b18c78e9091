package carequeue.sandbox.push;

import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import carequeue.sandbox.fault.WebhookSender;
import carequeue.sandbox.state.Journal;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The push service of the sandbox, under {@code /push}. */
@Configuration(proxyBeanMethods = false)
@Import(PushDoor.class)
public class PushConfiguration {

    @Bean
    FaultSwitch pushFaults() {
        return new FaultSwitch("push");
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> pushFaultsFirst(@Qualifier("pushFaults") FaultSwitch faults) {
        return FaultSwitch.on(faults, "/push/endpoints/*");
    }

    @Bean
    PushLog pushLog(Settings settings) {
        return new PushLog(new Journal(settings.directory(), "push"));
    }

    @Bean
    WebhookSender pushWebhooks(@Qualifier("pushFaults") FaultSwitch faults) {
        return new WebhookSender(faults);
    }

    @Bean
    PushSection pushSection(PushLog log, @Qualifier("pushFaults") FaultSwitch faults) {
        return new PushSection(log, faults);
    }

    @Bean
    Clock pushClock(Settings settings) {
        return settings.clock();
    }
}

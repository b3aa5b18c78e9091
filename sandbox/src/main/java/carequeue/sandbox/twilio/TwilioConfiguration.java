package carequeue.sandbox.twilio;

import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import carequeue.sandbox.fault.WebhookSender;
import carequeue.sandbox.state.Journal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The carrier of text messages of the sandbox, under {@code /twilio}. */
@Configuration(proxyBeanMethods = false)
@Import({MessagesDoor.class, Phones.class})
public class TwilioConfiguration {

    @Bean
    FaultSwitch twilioFaults() {
        return new FaultSwitch("twilio");
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> twilioFaultsFirst(@Qualifier("twilioFaults") FaultSwitch faults) {
        return FaultSwitch.on(faults, "/twilio/2010-04-01/*");
    }

    @Bean
    Texts texts(Settings settings) {
        return new Texts(new Journal(settings.directory(), "twilio"));
    }

    @Bean
    WebhookSender twilioWebhooks(@Qualifier("twilioFaults") FaultSwitch faults) {
        return new WebhookSender(faults);
    }

    @Bean
    Carrier carrier(Texts texts, @Qualifier("twilioWebhooks") WebhookSender webhooks, Settings settings) {
        return new Carrier(texts, webhooks, settings.clock());
    }
}

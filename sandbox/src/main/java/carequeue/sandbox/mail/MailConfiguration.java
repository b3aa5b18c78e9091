package carequeue.sandbox.mail;

import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import carequeue.sandbox.fault.WebhookSender;
import carequeue.sandbox.state.Journal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The mail server of the sandbox. */
@Configuration(proxyBeanMethods = false)
@Import(MailboxSection.class)
public class MailConfiguration {

    @Bean
    FaultSwitch mailFaults() {
        return new FaultSwitch("mail");
    }

    /** It breaks SMTP and nothing over HTTP; a filter that nobody registers would stand before everything. */
    @Bean
    FilterRegistrationBean<FaultSwitch> mailFaultsOverHttp(@Qualifier("mailFaults") FaultSwitch faults) {
        FilterRegistrationBean<FaultSwitch> registration = FaultSwitch.on(faults, "/none");
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    Mailboxes mailboxes(Settings settings) {
        return new Mailboxes(new Journal(settings.directory(), "mail"));
    }

    @Bean
    WebhookSender mailWebhooks(@Qualifier("mailFaults") FaultSwitch faults) {
        return new WebhookSender(faults);
    }

    @Bean
    MailServer mailServer(
            Settings settings,
            Mailboxes mailboxes,
            @Qualifier("mailWebhooks") WebhookSender webhooks,
            @Qualifier("mailFaults") FaultSwitch faults) {
        return new MailServer(settings, mailboxes, new Deliveries(webhooks, settings.clock()), faults);
    }
}

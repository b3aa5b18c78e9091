package carequeue.sandbox.stripe;

import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import carequeue.sandbox.fault.WebhookSender;
import carequeue.sandbox.state.Journal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The payment provider of the sandbox, under {@code /stripe}. */
@Configuration(proxyBeanMethods = false)
@Import({ApiDoor.class, ControlDoor.class, HostedDoor.class})
public class StripeConfiguration {

    @Bean
    FaultSwitch stripeFaults() {
        return new FaultSwitch("stripe");
    }

    @Bean
    Provider stripeProvider(Settings settings, @Qualifier("stripeFaults") FaultSwitch faults) {
        return new Provider(new Journal(settings.directory(), "stripe"), settings.clock(), new WebhookSender(faults));
    }

    @Bean
    LostAnswers lostAnswers() {
        return new LostAnswers();
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> stripeFaultsFirst(@Qualifier("stripeFaults") FaultSwitch faults) {
        return FaultSwitch.on(faults, "/stripe/v1/*");
    }

    @Bean
    FilterRegistrationBean<LostAnswers> stripeAnswersLost(LostAnswers lost) {
        var registration = new FilterRegistrationBean<>(lost);
        registration.addUrlPatterns("/stripe/v1/*");
        registration.setOrder(2);
        return registration;
    }

    @Bean
    StripeSection stripeSection(Provider provider, @Qualifier("stripeFaults") FaultSwitch faults) {
        return new StripeSection(provider, faults);
    }
}

package carequeue.sandbox.pms;

import carequeue.sandbox.Settings;
import carequeue.sandbox.ehr.Bookings;
import carequeue.sandbox.fault.FaultSwitch;
import carequeue.sandbox.fault.WebhookSender;
import carequeue.sandbox.state.Journal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The practice management system of the sandbox, under {@code /pms}. */
@Configuration(proxyBeanMethods = false)
@Import({PmsDoor.class, PmsBookingDoor.class, PmsControl.class})
public class PmsConfiguration {

    @Bean
    Book pmsBook(Bookings bookings, Settings settings) {
        var journal = new Journal(settings.directory(), "pms");
        try {
            return new Book(bookings, journal, settings.clock(), settings.zone());
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    @Bean
    FaultSwitch pmsFaults() {
        return new FaultSwitch("pms");
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> pmsFaultsFirst(@Qualifier("pmsFaults") FaultSwitch faults) {
        return FaultSwitch.on(faults, "/pms/*");
    }

    @Bean
    FilterRegistrationBean<PmsKey> pmsKey() {
        var registration = new FilterRegistrationBean<>(new PmsKey());
        registration.addUrlPatterns("/pms/*");
        registration.setOrder(2);
        return registration;
    }

    @Bean
    WebhookSender pmsSender(@Qualifier("pmsFaults") FaultSwitch faults) {
        return new WebhookSender(faults);
    }

    @Bean
    PmsWebhooks pmsWebhooks(Book book, @Qualifier("pmsSender") WebhookSender sender, Settings settings) {
        return new PmsWebhooks(book, sender, settings.clock());
    }

    @Bean
    PmsSection pmsSection(Book book, @Qualifier("pmsFaults") FaultSwitch faults, Settings settings) {
        return new PmsSection(book, faults, settings.clock(), settings.zone());
    }
}

package carequeue.sandbox.ehr;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import carequeue.sandbox.fault.WebhookSender;
import carequeue.sandbox.oauth.OAuthConfiguration;
import carequeue.sandbox.state.Journal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The EHR of the sandbox: its records, its FHIR R4 server under {@code /fhir}, and the booking of each new day. */
@Configuration(proxyBeanMethods = false)
@Import({FlavoursConfiguration.class, OAuthConfiguration.class})
public class EhrConfiguration {

    @Bean
    FhirContext fhir() {
        return FhirContext.forR4Cached();
    }

    @Bean
    Records records(FhirContext fhir, Settings settings) {
        var journal = new Journal(settings.directory());
        try {
            return new Records(fhir, journal, settings.clock(), World.of(fhir, settings.zone()));
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    @Bean(initMethod = "begin")
    NewDay newDay(Records records, Settings settings) {
        return new NewDay(records, new DayPlan(records.samples()), settings);
    }

    @Bean
    Day day(Records records, NewDay newDay) {
        return new Day(records, newDay);
    }

    @Bean
    Bookings bookings(Records records) {
        return new Bookings(records);
    }

    @Bean
    FaultSwitch ehrFaults() {
        return new FaultSwitch("ehr");
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> ehrFaultsFirst(@Qualifier("ehrFaults") FaultSwitch faults) {
        return FaultSwitch.on(faults, "/fhir/*");
    }

    @Bean
    EhrSection ehrSection(Day day, @Qualifier("ehrFaults") FaultSwitch faults) {
        return new EhrSection(day, faults);
    }

    @Bean
    EventLog subscriptionEvents(Settings settings) {
        return new EventLog(new Journal(settings.directory(), "ehr-subscriptions"));
    }

    @Bean
    WebhookSender ehrWebhooks(@Qualifier("ehrFaults") FaultSwitch faults) {
        return new WebhookSender(faults);
    }

    @Bean
    Notifier notifier(
            FhirContext fhir,
            Records records,
            EventLog subscriptionEvents,
            @Qualifier("ehrWebhooks") WebhookSender sender,
            Settings settings) {
        return new Notifier(fhir, records, subscriptionEvents, sender, settings.clock());
    }

    @Bean
    RecordsDoor recordsDoor(Records records) {
        return new RecordsDoor(records);
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServer(
            FhirContext fhir, Records records, Notifier notifier, Settings settings) {
        var server = Doors.server(fhir, Doors.plain(records, settings));
        server.registerProvider(new SubscriptionDoor(records, settings.zone(), notifier));
        server.registerInterceptor(new TopicsSaid());
        var registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setName("fhir");
        registration.setLoadOnStartup(1);
        return registration;
    }
}

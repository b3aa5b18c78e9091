package carequeue.sandbox.ehr;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import carequeue.sandbox.Settings;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The EHR of the sandbox: its records, its FHIR R4 server under {@code /fhir}, and the booking of each new day. */
@Configuration(proxyBeanMethods = false)
public class EhrConfiguration {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int REMEMBERED_SEARCHES = 200;

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
    ServletRegistrationBean<RestfulServer> fhirServer(FhirContext fhir, Records records, Settings settings) {
        var server = new RestfulServer(fhir);
        server.setServerName("CareQueue sandbox EHR");
        server.setResourceProviders(doors(records, settings));
        server.setPagingProvider(pages());
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        var registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setName("fhir");
        registration.setLoadOnStartup(1);
        return registration;
    }

    private static List<IResourceProvider> doors(Records records, Settings settings) {
        ZoneId zone = settings.zone();
        return List.of(
                new PatientDoor(records, zone),
                new AppointmentDoor(records, zone),
                new EncounterDoor(records, zone, settings.clock()),
                new PractitionerDoor(records, zone),
                new PractitionerRoleDoor(records, zone),
                new OrganizationDoor(records, zone),
                new LocationDoor(records, zone));
    }

    private static FifoMemoryPagingProvider pages() {
        var paging = new FifoMemoryPagingProvider(REMEMBERED_SEARCHES);
        paging.setDefaultPageSize(PAGE);
        paging.setMaximumPageSize(LARGEST_PAGE);
        return paging;
    }
}

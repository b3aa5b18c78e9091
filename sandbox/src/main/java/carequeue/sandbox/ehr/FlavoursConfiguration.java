package carequeue.sandbox.ehr;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import carequeue.sandbox.oauth.Tokens;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The same records behind servers that behave as Epic's and Oracle's do. */
@Configuration(proxyBeanMethods = false)
public class FlavoursConfiguration {

    @Bean
    ServletRegistrationBean<RestfulServer> epicServer(
            FhirContext fhir, Records records, Tokens tokens, Settings settings) {
        return server(Flavour.EPIC, Doors.server(fhir, Doors.plain(records, settings)), tokens);
    }

    @Bean
    ServletRegistrationBean<RestfulServer> cernerServer(
            FhirContext fhir, Records records, Tokens tokens, Settings settings) {
        return server(Flavour.CERNER, Doors.server(fhir, Doors.cerner(records, settings)), tokens);
    }

    @Bean
    ServletRegistrationBean<SmartConfiguration> smartConfiguration() {
        String document = "/.well-known/smart-configuration";
        var registration = new ServletRegistrationBean<>(
                new SmartConfiguration(), Flavour.EPIC.path() + document, Flavour.CERNER.path() + document);
        registration.setName("smart-configuration");
        return registration;
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> flavoursFaultsFirst(@Qualifier("ehrFaults") FaultSwitch faults) {
        var registration = FaultSwitch.on(faults, "/epic/*", "/cerner/*");
        registration.setName("ehr-flavours-faults");
        return registration;
    }

    private static ServletRegistrationBean<RestfulServer> server(Flavour flavour, RestfulServer server, Tokens tokens) {
        server.registerInterceptor(new VendorRules(flavour, tokens));
        var registration = new ServletRegistrationBean<>(server, flavour.path() + "/*");
        registration.setName(flavour.name());
        registration.setLoadOnStartup(1);
        return registration;
    }
}

package carequeue.sandbox.payer;

import ca.uhn.fhir.context.FhirContext;
import carequeue.sandbox.Settings;
import carequeue.sandbox.fault.FaultSwitch;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;

/** The payer's rooms. */
@Configuration(proxyBeanMethods = false)
@Import(Access.class)
public class PayerConfiguration {

    @Bean
    @DependsOn("records")
    Asked asked(Settings settings) {
        return new Asked(settings);
    }

    @Bean
    FaultSwitch payerFaults() {
        return new FaultSwitch("payer");
    }

    @Bean
    FilterRegistrationBean<FaultSwitch> payerFaultsNext(@Qualifier("payerFaults") FaultSwitch payerFaults) {
        return FaultSwitch.on(payerFaults, "/payer/fhir/*", "/clearinghouse/eligibility/*");
    }

    @Bean
    PayerSection payerSection(Asked asked, @Qualifier("payerFaults") FaultSwitch payerFaults) {
        return new PayerSection(asked, payerFaults);
    }

    @Bean
    FhirDoor payerFhirDoor(Asked asked, Access access, Settings settings) {
        return new FhirDoor(FhirContext.forR4Cached(), asked, access, settings.clock());
    }

    @Bean
    ClearingDoor payerClearingDoor(Asked asked, Access access, Settings settings) {
        return new ClearingDoor(asked, access, settings.clock());
    }
}

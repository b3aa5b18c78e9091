package carequeue.adapter.claims;

import carequeue.adapter.claims.clearinghouse.ClearingHouseClaims;
import carequeue.adapter.claims.clearinghouse.Reading;
import carequeue.adapter.claims.fhir.FhirClaims;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.x12.ControlNumbers;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses who takes the bills. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClaimSettings.class)
class ClaimSetUp {

    @Bean
    ClaimService claimService(
            ClaimSettings settings,
            Guards guards,
            ControlNumbers numbers,
            Interchanges interchanges,
            Reading reading,
            Clock clock) {
        if (!settings.connected()) {
            return new NoClaims(guards.of(ClaimService.CLAIMS));
        }
        return settings.kind() == ClaimSettings.Kind.FHIR
                ? new FhirClaims(settings, guards, clock)
                : new ClearingHouseClaims(settings, guards, numbers, interchanges, reading, clock);
    }
}

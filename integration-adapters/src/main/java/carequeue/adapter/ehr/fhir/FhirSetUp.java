package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrChoice;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.Links;
import carequeue.adapter.ehr.oauth.OAuthSettings;
import carequeue.adapter.resilience.Guards;
import carequeue.api.site.Sites;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the EHR's adapter by the vendor that is configured. */
@Configuration(proxyBeanMethods = false)
class FhirSetUp {

    @Bean
    EhrService ehr(
            EhrChoice choice,
            EhrSettings settings,
            OAuthSettings oauth,
            Sites sites,
            Guards guards,
            Links links,
            Clock clock) {
        var parts = new FhirParts(settings, oauth, sites, guards, links::theirPatients, clock);
        return switch (choice.kind()) {
            case GENERIC -> new FhirEhr(parts);
            case EPIC -> new EpicEhr(parts);
            case CERNER -> new CernerEhr(parts);
        };
    }
}

package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.oauth.OAuthSettings;
import carequeue.adapter.resilience.Guards;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What every FHIR server's adapter is made of.
 *
 * @param knownPatients the patients there whom we know, for servers that are asked by patient
 */
public record FhirParts(
        EhrSettings settings,
        OAuthSettings oauth,
        Sites sites,
        Guards guards,
        Supplier<Set<String>> knownPatients,
        Clock clock) {}

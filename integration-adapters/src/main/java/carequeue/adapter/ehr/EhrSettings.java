package carequeue.adapter.ehr;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the EHR is and how it speaks of our sites.
 *
 * @param url the FHIR base address
 * @param syncEvery how often the day's appointments are read
 * @param pageSize how many appointments on a page
 * @param sites by site identifier; a site that is not named here has the default of everything
 */
@ConfigurationProperties("carequeue.ehr")
public record EhrSettings(
        String url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("60s") Duration syncEvery,
        @DefaultValue("50") int pageSize,
        @DefaultValue Map<String, EhrSite> sites) {

    /** How the EHR speaks of a site. */
    public EhrSite site(String siteId) {
        return sites.getOrDefault(siteId, EhrSite.DEFAULT);
    }
}

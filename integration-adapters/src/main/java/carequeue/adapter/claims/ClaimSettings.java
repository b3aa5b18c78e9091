package carequeue.adapter.claims;

import carequeue.adapter.access.AccessSettings;
import carequeue.adapter.secrets.Secret;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where bills go, and as whom we send them.
 *
 * @param url of a FHIR payer its base address, of a clearing-house the address above its {@code claims}, {@code status} and {@code files};
 *     without it no bill leaves and all wait
 * @param pullEvery how often files are looked for
 * @param senderId by which name the clearing-house knows us, at most 15 characters
 * @param contact who is called about a file, with telephone
 * @param production whether bills are marked as real, not as tests
 * @param filingIndicator what kind of plan a payer's is (SBR09), such as {@code CI}, by the payer's identifier; {@code *} for the others
 * @param clinics by site
 * @param providers the name of who treats, {@code last, first}, by National Provider Identifier
 */
@ConfigurationProperties("carequeue.claims")
public record ClaimSettings(
        String url,
        @DefaultValue("clearing-house") Kind kind,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("60s") Duration pullEvery,
        Secret apiKey,
        @DefaultValue("Authorization") String apiKeyHeader,
        @DefaultValue("") String apiKeyPrefix,
        String tokenUrl,
        String clientId,
        Secret clientSecret,
        String scope,
        @DefaultValue("ZZ") String senderQualifier,
        @DefaultValue("CAREQUEUE") String senderId,
        @DefaultValue("ZZ") String receiverQualifier,
        @DefaultValue("CLEARINGHOUSE") String receiverId,
        @DefaultValue Contact contact,
        @DefaultValue("false") boolean production,
        @DefaultValue Map<String, String> filingIndicator,
        @DefaultValue Map<String, Clinic> clinics,
        @DefaultValue Map<String, String> providers) {

    /** Who takes the bills. */
    public enum Kind {
        FHIR,
        CLEARING_HOUSE
    }

    /** Who is called about a file. */
    public record Contact(String name, String phone) {}

    public boolean connected() {
        return url != null && !url.isBlank();
    }

    public AccessSettings access() {
        return new AccessSettings(apiKey, apiKeyHeader, apiKeyPrefix, tokenUrl, clientId, clientSecret, scope);
    }

    /** What kind of plan a payer's is, or null where nobody has said. */
    public String filingIndicator(String payerId) {
        return filingIndicator.getOrDefault(payerId, filingIndicator.get("*"));
    }

    /** Secrets are never printed. */
    @Override
    public String toString() {
        return kind + " at " + url;
    }
}

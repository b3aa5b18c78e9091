package carequeue.adapter.payer;

import carequeue.adapter.access.AccessSettings;
import carequeue.adapter.secrets.Secret;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a payer or a clearing-house is, how it is asked, and as whom.
 *
 * @param url of a FHIR payer its base address, of a clearing-house the very address that takes the question
 * @param probeUrl what is looked at to see whether a clearing-house answers; by default {@code url}
 * @param readTimeout how long an answer may take; CAQH CORE gives payers 20 s
 * @param senderId by which name the clearing-house knows us, at most 15 characters
 * @param providerName the clinic's name as the payer has it on file
 * @param providerNpi the clinic's National Provider Identifier
 * @param production whether questions are marked as real, not as tests
 */
public record PayerLine(
        String url,
        String probeUrl,
        @DefaultValue("fhir") Kind kind,
        @DefaultValue("x12") Form form,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
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
        String providerName,
        String providerNpi,
        @DefaultValue("false") boolean production) {

    /** Who is asked. */
    public enum Kind {
        FHIR,
        CLEARING_HOUSE
    }

    /** How the question travels to a clearing-house. */
    public enum Form {
        /** The interchange itself. */
        X12,
        /** The interchange as the member {@code x12} of a JSON object, and so the answer. */
        X12_IN_JSON,
        /** The members of the question in JSON, by the names that Change Healthcare gave them and others took over. */
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public AccessSettings access() {
        return new AccessSettings(apiKey, apiKeyHeader, apiKeyPrefix, tokenUrl, clientId, clientSecret, scope);
    }

    /** Secrets are never printed. */
    @Override
    public String toString() {
        return kind + " at " + url;
    }
}

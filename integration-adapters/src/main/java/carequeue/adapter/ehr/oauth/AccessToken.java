package carequeue.adapter.ehr.oauth;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.resilience.OutsideFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** A token of an EHR, and until when we use it. */
record AccessToken(String value, Instant until) {

    private static final Duration UNSAID = Duration.ofSeconds(60);
    // The second is Apigee's.
    private static final Set<String> BEARER = Set.of("bearer", "bearertoken", "");
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /**
     * Reads what RFC 6749 calls a successful answer, as liberally as one can.
     *
     * @param asked when it was asked for, from which its life is counted
     */
    static AccessToken read(JsonNode answer, Instant asked) {
        String value = answer.path("access_token").asText("");
        String type = answer.path("token_type").asText("bearer");
        if (value.isBlank()) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "answered without a token");
        }
        if (!BEARER.contains(type.strip().toLowerCase(Locale.ROOT))) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "gives tokens of a type that is not bearer");
        }
        Duration life = life(answer.path("expires_in"));
        Duration margin = life.dividedBy(5).compareTo(MARGIN) < 0 ? life.dividedBy(5) : MARGIN;
        return new AccessToken(value, asked.plus(life).minus(margin));
    }

    // A number, a number in a text, or nothing.
    private static Duration life(JsonNode expiresIn) {
        double seconds = expiresIn.asDouble(0);
        return seconds >= 1 ? Duration.ofSeconds((long) Math.min(seconds, 86_400)) : UNSAID;
    }

    @Override
    public String toString() {
        return "AccessToken[until " + until + "]";
    }
}

package carequeue.adapter.access;

import carequeue.adapter.resilience.OutsideFailure;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a call to a partner carries to be let in. */
public final class Access {

    private static final Duration INSTEAD = Duration.ofSeconds(30);

    private final AccessSettings settings;
    private final Token token;
    private final Clock clock;
    private volatile Other other;

    /** What is sent for a while instead of a key that was refused: the partner may not know the new one yet. */
    private record Other(String refused, String instead, Instant until) {}

    /** @param service the partner's name in failures */
    public Access(String service, AccessSettings settings, HttpClient http, Clock clock) {
        this.settings = settings == null ? AccessSettings.NONE : settings;
        this.clock = clock;
        this.token = this.settings.byToken() ? new Token(service, this.settings, http, clock) : null;
    }

    /**
     * The headers of a call.
     *
     * @throws OutsideFailure when no token is to be had
     */
    public Map<String, String> headers() {
        if (token != null) {
            return Map.of("Authorization", "Bearer " + token.get());
        }
        return settings.byKey() ? Map.of(settings.apiKeyHeader(), settings.apiKeyPrefix() + key()) : Map.of();
    }

    /**
     * Lets go what was just refused.
     *
     * @return whether the call may be repeated with a new one
     */
    public boolean renew(Map<String, String> refused) {
        if (token != null) {
            return token.forget(refused.getOrDefault("Authorization", ""));
        }
        return settings.byKey() && another(refused.getOrDefault(settings.apiKeyHeader(), ""));
    }

    private boolean another(String sent) {
        String refused =
                sent.substring(Math.min(sent.length(), settings.apiKeyPrefix().length()));
        Optional<String> instead = settings.apiKey().instead(refused);
        other = instead.filter(key -> !key.equals(settings.apiKey().value()))
                .map(key -> new Other(
                        settings.apiKey().value(), key, clock.instant().plus(INSTEAD)))
                .orElse(null);
        return instead.isPresent();
    }

    private String key() {
        String now = settings.apiKey().value();
        Other known = other;
        boolean instead =
                known != null && known.refused().equals(now) && clock.instant().isBefore(known.until());
        return instead ? known.instead() : now;
    }
}

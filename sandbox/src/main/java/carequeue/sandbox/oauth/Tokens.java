package carequeue.sandbox.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens that were given and still hold; a restart ends them all. */
public final class Tokens {

    static final Duration LIFE = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Given> given = new ConcurrentHashMap<>();

    private record Given(Set<String> scopes, Instant until) {}

    Tokens(Clock clock) {
        this.clock = clock;
    }

    String give(Set<String> scopes) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        given.values().removeIf(one -> one.until().isBefore(now));
        given.put(token, new Given(scopes, now.plus(LIFE)));
        return token;
    }

    /** What a token allows, empty when it is unknown or over. */
    public Optional<Set<String>> scopes(String token) {
        return Optional.ofNullable(given.get(token))
                .filter(one -> one.until().isAfter(clock.instant()))
                .map(Given::scopes);
    }
}

package carequeue.adapter.secrets;

import carequeue.adapter.resilience.OutsideFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose secrets the test changes, and that the test can take away. */
final class Vault implements SecretStore {

    final AtomicInteger asked = new AtomicInteger();
    private final Map<String, Stored> kept = new ConcurrentHashMap<>();
    private final Clock clock;
    volatile boolean away;

    Vault(Clock clock) {
        this.clock = clock;
    }

    /** Another value, which has the one of now as the value before. */
    Vault put(String name, String value) {
        kept.compute(
                name,
                (any, before) -> new Stored(
                        new Stored.Version(value, "v-" + clock.instant(), clock.instant()),
                        before == null ? null : before.current()));
        return this;
    }

    Secrets secrets() {
        return secrets("staging");
    }

    Secrets secrets(String environment) {
        var settings = new SecretSettings(
                SecretSettings.Kind.FILES,
                null,
                null,
                null,
                Duration.ofHours(24),
                Duration.ofDays(90),
                Duration.ofDays(14),
                Duration.ofSeconds(1));
        return new Secrets(this, settings, new OwnEnvironment(environment), clock);
    }

    @Override
    public String source() {
        return "vault";
    }

    @Override
    public Stored read(String name) {
        asked.incrementAndGet();
        if (away) {
            throw new OutsideFailure.Unavailable(SECRETS, "cannot be read");
        } else if (!kept.containsKey(name)) {
            throw new OutsideFailure.NotThere(SECRETS, "has nothing under " + name);
        }
        return kept.get(name);
    }
}

package carequeue.adapter.secrets;

import carequeue.adapter.resilience.OutsideFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All secrets that settings use on this node: where each is kept, and what is known of it. */
public final class Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final String BY_NAME = "secret:";
    private static final String BY_FILE = "file:";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,99}(#[A-Za-z0-9_-]{1,100})?";

    private final SecretStore store;
    private final SecretSettings settings;
    private final OwnEnvironment environment;
    private final Clock clock;
    private final Uses uses;
    private final Map<String, Held> all = new ConcurrentHashMap<>();

    Secrets(SecretStore store, SecretSettings settings, OwnEnvironment environment, Clock clock) {
        this.store = new Fields(store);
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
        this.uses = new Uses(clock);
    }

    /** Finds where the secret of a setting is kept. */
    public Secret bound(Secret secret, String setting) {
        String said = secret.said();
        if (said.isBlank()) {
            return secret;
        }
        return secret.in(all.computeIfAbsent(key(said, setting), key -> held(said, setting)), setting, uses);
    }

    // The same value in two settings is two secrets; the same name is one.
    private static String key(String said, String setting) {
        return said.startsWith(BY_NAME) || said.startsWith(BY_FILE) ? said : setting;
    }

    private Held held(String said, String setting) {
        Held.Judge judge = value -> environment.refusal(value).orElse(null);
        if (said.startsWith(BY_NAME)) {
            String name = said.substring(BY_NAME.length());
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException(
                        setting + " names a secret by what is no name: small letters, digits and hyphens");
            }
            return new Held(name, store, settings.overlap(), judge, clock);
        } else if (said.startsWith(BY_FILE)) {
            Path file = Path.of(said.substring(BY_FILE.length())).toAbsolutePath();
            return new Held(setting, new OneFile(file), settings.overlap(), judge, clock);
        }
        return new Held(setting, new GivenSecret(said), settings.overlap(), judge, clock);
    }

    /** What is known of each, without values. */
    public List<SecretState> states() {
        return all.values().stream().map(Held::state).toList();
    }

    /**
     * The value of a secret without which there is no start; a store that is away is waited for.
     *
     * @throws OutsideFailure when it does not come back in time
     */
    public String awaited(Secret secret) {
        Instant end = clock.instant().plus(settings.startWait());
        while (true) {
            try {
                return secret.value();
            } catch (OutsideFailure.Unavailable away) {
                if (!clock.instant().isBefore(end)) {
                    throw away;
                }
                LOG.warn("{}; it is tried again until {}", away.getMessage(), end);
                rest();
            }
        }
    }

    private static void rest() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure.Unavailable(SecretStore.SECRETS, "was not waited for");
        }
    }

    /** Reads each once, those that can be read. */
    public void readAll() {
        all.values().stream().filter(held -> !held.isThere()).forEach(Held::refresh);
    }

    /** Those that have no value yet, as names. */
    public List<String> missing() {
        return all.values().stream()
                .filter(held -> !held.isThere())
                .map(Held::name)
                .sorted()
                .toList();
    }

    /** Which settings have what may not be used in this environment, each a sentence; nothing of the values. */
    public List<String> refusals() {
        return all.values().stream()
                .filter(held -> held.refusal() != null)
                .map(held -> String.join(", ", held.settings()) + " " + held.refusal())
                .sorted()
                .toList();
    }

    Collection<Held> held() {
        return all.values();
    }

    Uses uses() {
        return uses;
    }

    SecretStore store() {
        return store;
    }
}

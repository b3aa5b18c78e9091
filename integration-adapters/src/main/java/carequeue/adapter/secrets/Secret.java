package carequeue.adapter.secrets;

import carequeue.adapter.resilience.OutsideFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The secret of a setting: the value itself, {@code secret:<name>} for one that the store keeps, or {@code file:<path>}.
 *
 * <p>Who uses it asks for the value at each use and keeps no copy, so that a secret can be changed while everything runs.
 */
public final class Secret {

    private final String said;
    private final Held held;
    private final String setting;
    private final Uses uses;

    private Secret(String said, Held held, String setting, Uses uses) {
        this.said = said;
        this.held = held;
        this.setting = setting;
        this.uses = uses;
    }

    /** What a setting says, before it is known where it stands; null for nothing. */
    public static Secret of(String said) {
        return said == null ? null : new Secret(said, constant(said), "", null);
    }

    private static Held constant(String value) {
        return new Held(
                "a setting",
                new GivenSecret(value),
                Duration.ZERO,
                any -> null,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** The same, kept and noted where all secrets are. */
    Secret in(Held place, String by, Uses noted) {
        return new Secret(said, place.by(by), by, noted);
    }

    /** Whether there is one; the store is not asked. */
    public static boolean given(Secret secret) {
        return secret != null && !secret.said.isBlank();
    }

    /** As the setting has it; for whoever finds the place. */
    String said() {
        return said;
    }

    /**
     * The value, for this one use.
     *
     * @throws OutsideFailure when the store has never given it
     */
    public String value() {
        return used(held.current());
    }

    /** The value of now, and the one before as long as it is good. */
    public List<String> accepted() {
        return Stream.concat(Stream.of(held.current()), held.previous().stream())
                .map(this::used)
                .toList();
    }

    /** Whether one that may be used fits; where none does, the store is asked whether there is a new one. */
    public boolean anyFits(Predicate<String> fits) {
        Stored.Version now = held.current();
        return fitting(now, fits) || held.renewed(now.value()) && fitting(held.current(), fits);
    }

    private boolean fitting(Stored.Version now, Predicate<String> fits) {
        Optional<Stored.Version> found = Stream.concat(Stream.of(now), held.previous().stream())
                .filter(version -> fits.test(version.value()))
                .findFirst();
        used(found.orElse(now));
        return found.isPresent();
    }

    /** Whether one of several secrets that may be used fits; those that are not given do not count. */
    public static boolean anyFits(Stream<Secret> secrets, Predicate<String> fits) {
        return secrets.filter(Secret::given).anyMatch(secret -> secret.anyFits(fits));
    }

    /** What may be tried once where the outside does not take this value: the store's new one, else the one before. */
    public Optional<String> instead(String refused) {
        Stored.Version now = held.renewed(refused) ? held.current() : null;
        return Optional.ofNullable(now)
                .or(held::previous)
                .filter(version -> !version.value().equals(refused))
                .map(this::used);
    }

    /** Calls with the value, and where that is refused once more with what may be tried instead. */
    public <T> T calling(Function<String, T> call, Predicate<RuntimeException> refused) {
        String first = value();
        try {
            return call.apply(first);
        } catch (RuntimeException e) {
            Optional<String> other = refused.test(e) ? instead(first) : Optional.empty();
            if (other.isEmpty()) {
                throw e;
            }
            return call.apply(other.get());
        }
    }

    /** Which version is the value of now: another one, another value. */
    public String version() {
        return held.current().id();
    }

    private String used(Stored.Version version) {
        if (uses != null) {
            uses.note(held.name(), version.id(), setting);
        }
        return version.value();
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "[secret]";
    }
}

package carequeue.adapter.secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which secrets are to be changed because they are old, and whether the store is well, in words. */
public final class SecretAges {

    private final Secrets secrets;
    private final Duration maxAge;
    private final Clock clock;

    SecretAges(Secrets secrets, SecretSettings settings, Clock clock) {
        this.secrets = secrets;
        this.maxAge = settings.maxAge();
        this.clock = clock;
    }

    /** The names of those that are too old. */
    public List<String> overdue() {
        Instant oldest = clock.instant().minus(maxAge);
        return secrets.states().stream()
                .filter(state -> state.since() != null && state.since().isBefore(oldest))
                .map(SecretState::name)
                .sorted()
                .toList();
    }

    /** The age of the oldest in days. */
    public double oldestDays() {
        return secrets.states().stream()
                        .filter(state -> state.since() != null)
                        .mapToLong(state ->
                                Duration.between(state.since(), clock.instant()).toHours())
                        .max()
                        .orElse(0)
                / 24.0;
    }

    /** The names of those that cannot be read. */
    public List<String> unread() {
        return secrets.states().stream()
                .filter(state -> state.problem() != null)
                .map(SecretState::name)
                .sorted()
                .toList();
    }

    /** What is not well, or nothing. */
    Optional<String> reason() {
        List<String> unread = unread();
        if (!unread.isEmpty()) {
            String problem = secrets.states().stream()
                    .map(SecretState::problem)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse("");
            return Optional.of(
                    problem + "; the last value stands in, where there was one, for: " + String.join(", ", unread));
        }
        List<String> overdue = overdue();
        return overdue.isEmpty()
                ? Optional.empty()
                : Optional.of("older than " + maxAge.toDays() + " days: " + String.join(", ", overdue));
    }
}

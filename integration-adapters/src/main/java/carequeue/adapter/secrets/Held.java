package carequeue.adapter.secrets;

import carequeue.adapter.resilience.OutsideFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** One secret as this node has it in memory: the last that the store gave, and the one before for a while. */
final class Held {

    /** Whoever guesses at a door must not make us ask the store all the time. */
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    /** How a value is judged: null, or why it may not be used here. */
    interface Judge extends UnaryOperator<String> {}

    private final String name;
    private final SecretStore store;
    private final Duration overlap;
    private final Judge judge;
    private final Clock clock;
    private final Set<String> settings = ConcurrentHashMap.newKeySet();
    private volatile Stored stored;
    private volatile Instant changed;
    private volatile Instant tried = Instant.MIN;
    private volatile Instant read;
    private volatile String problem;
    private volatile String refusal;

    Held(String name, SecretStore store, Duration overlap, Judge judge, Clock clock) {
        this.name = name;
        this.store = store;
        this.overlap = overlap;
        this.judge = judge;
        this.clock = clock;
    }

    /**
     * The value of now.
     *
     * @throws OutsideFailure when there has never been one
     */
    Stored.Version current() {
        if (stored == null) {
            first();
        }
        return stored.current();
    }

    /** The value before, as long as it is still good. */
    Optional<Stored.Version> previous() {
        Stored now = stored;
        boolean good = now != null
                && now.previous() != null
                && !now.previous().value().equals(now.current().value())
                && (changed == null || clock.instant().isBefore(changed.plus(overlap)));
        return good ? Optional.of(now.previous()) : Optional.empty();
    }

    private synchronized void first() {
        if (stored == null && (problem == null || isRested())) {
            refresh();
        }
        if (stored == null) {
            throw new OutsideFailure.Unavailable(SecretStore.SECRETS, "gave no value of " + name + ": " + problem);
        }
    }

    /** After a refusal by that value: reads anew unless somebody just did; whether the value is another one now. */
    synchronized boolean renewed(String refused) {
        if (stored != null && stored.current().value().equals(refused) && isRested()) {
            refresh();
        }
        return stored != null && !stored.current().value().equals(refused);
    }

    private boolean isRested() {
        return !clock.instant().isBefore(tried.plus(BETWEEN_READS));
    }

    /** Reads anew; what was there before stays when that fails. */
    synchronized void refresh() {
        tried = clock.instant();
        try {
            take(store.read(name));
            read = tried;
            problem = null;
        } catch (OutsideFailure e) {
            problem = e.getMessage();
        }
    }

    private void take(Stored found) {
        refusal = judge.apply(found.current().value());
        if (refusal != null) {
            throw new OutsideFailure.Rejected(SecretStore.SECRETS, "may not be used: " + name + " " + refusal);
        }
        if (stored == null) {
            changed = found.current().since();
            stored = found;
        } else if (!stored.current().value().equals(found.current().value())) {
            changed = tried;
            stored = new Stored(found.current(), found.previous() == null ? stored.current() : found.previous());
        } else if (found.previous() != null) {
            stored = new Stored(stored.current(), found.previous());
        }
    }

    /** When it is to be read anew. */
    boolean isDue(Duration every) {
        boolean soon = problem != null && every.compareTo(AFTER_A_FAILURE) > 0;
        return tried.equals(Instant.MIN) || !clock.instant().isBefore(tried.plus(soon ? AFTER_A_FAILURE : every));
    }

    /** Tells what has no version and no date of its own apart by what is known of it elsewhere. */
    synchronized void dated(UnaryOperator<Stored.Version> known) {
        if (stored != null && stored.current().since() == null) {
            stored = new Stored(known.apply(stored.current()), stored.previous());
        }
    }

    /** Why the value that was found may not be used here, or null. */
    String refusal() {
        return refusal;
    }

    /** Whether there is a value. */
    boolean isThere() {
        return stored != null;
    }

    /** Which setting uses it. */
    Held by(String setting) {
        settings.add(setting);
        return this;
    }

    String name() {
        return name;
    }

    Set<String> settings() {
        return settings;
    }

    /** What is known of it, without any value. */
    SecretState state() {
        Stored now = stored;
        return new SecretState(
                name,
                store.source(),
                settings.stream().sorted().toList(),
                now == null ? null : now.current().id(),
                now == null ? null : now.current().since(),
                previous().map(Stored.Version::id).orElse(null),
                previous().isPresent() && changed != null ? changed.plus(overlap) : null,
                read,
                problem);
    }

    @Override
    public String toString() {
        return name;
    }
}

package carequeue.store.phi;

import carequeue.store.phi.EpochRows.Epoch;
import com.google.crypto.tink.Aead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The months' keys, unwrapped once and then kept in memory: a master key that is away stops nobody who is known. */
final class KeyEpochs {

    private static final Logger LOG = LoggerFactory.getLogger(KeyEpochs.class);
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    /** The epoch in which new keys are made; {@code until} is when to look for another. */
    record Current(long number, Aead key, Instant until) {}

    private final KeyDatabase database;
    private final MasterKeys masters;
    private final Clock clock;
    private final Map<Long, Aead> unwrapped = new ConcurrentHashMap<>();
    private volatile Current current;

    KeyEpochs(KeyDatabase database, MasterKeys masters, Clock clock) {
        this.database = database;
        this.masters = masters;
        this.clock = clock;
    }

    /** Unwraps every living key, so that no later reader has to wait for the master key. */
    void warm() {
        database.in(EpochRows::living).forEach(this::key);
        current();
    }

    Current current() {
        Current now = current;
        return now != null && clock.instant().isBefore(now.until()) ? now : turn();
    }

    /** Looks again: what was current is not any more. */
    synchronized Current turn() {
        YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        Optional<Epoch> newest = database.in(EpochRows::newest);
        if (newest.isPresent() && !newest.get().month().isBefore(month)) {
            return remember(newest.get(), end(newest.get().month()));
        }
        try {
            Epoch opened = open(month, true);
            return remember(opened, end(opened.month()));
        } catch (KeysUnavailable e) {
            Epoch before = newest.orElseThrow(() -> e);
            LOG.warn("New patients' keys stay in last month's epoch for now: {}", e.getMessage());
            return remember(before, clock.instant().plus(NEXT_TRY));
        }
    }

    /** A new epoch, whatever the month. */
    synchronized long open() {
        Epoch opened = open(YearMonth.now(clock.withZone(ZoneOffset.UTC)), false);
        return remember(opened, end(opened.month())).number();
    }

    Aead key(long number) {
        Aead known = unwrapped.get(number);
        return known != null
                ? known
                : key(database.in(jdbc -> EpochRows.find(jdbc, number))
                        .orElseThrow(() -> new IllegalStateException("the key epoch " + number + " is missing")));
    }

    private Aead key(Epoch epoch) {
        if (epoch.wrapped() == null) {
            throw new IllegalStateException("the key of epoch " + epoch.number() + " was destroyed");
        }
        // The master key may be asked twice for the same; it is never asked while something is locked.
        Aead key = Aes.of(masters.unwrap(epoch.masterKey(), epoch.wrapped(), epoch.purpose()));
        unwrapped.put(epoch.number(), key);
        return key;
    }

    private Epoch open(YearMonth month, boolean onlyIfMissing) {
        long number = database.in(EpochRows::nextNumber);
        byte[] key = Aes.newKey();
        Epoch made = new Epoch(number, month, masters.current(), masters.wrap(key, Epoch.purpose(number)));
        return database.in(jdbc -> {
            EpochRows.oneAtATime(jdbc);
            Optional<Epoch> other = EpochRows.newest(jdbc)
                    .filter(e -> onlyIfMissing && !e.month().isBefore(month));
            if (other.isEmpty()) {
                EpochRows.insert(jdbc, made);
            }
            return other.orElse(made);
        });
    }

    private Current remember(Epoch epoch, Instant until) {
        Aead key = Optional.ofNullable(unwrapped.get(epoch.number())).orElseGet(() -> key(epoch));
        current = new Current(epoch.number(), key, until);
        return current;
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

package carequeue.adapter.secrets;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which setting's user has read which version of which secret how often since it was last written down. */
final class Uses {

    /**
     * Reads of one version by one user.
     *
     * @param reader the setting by which it was read
     */
    record Use(String name, String version, String reader, long reads, Instant first, Instant last) {

        Use and(Use more) {
            return new Use(
                    name,
                    version,
                    reader,
                    reads + more.reads,
                    first.isBefore(more.first) ? first : more.first,
                    last.isAfter(more.last) ? last : more.last);
        }
    }

    private record Key(String name, String version, String reader) {}

    private final Map<Key, Use> uses = new HashMap<>();
    private final Clock clock;

    Uses(Clock clock) {
        this.clock = clock;
    }

    void note(String name, String version, String reader) {
        Instant now = clock.instant();
        add(new Use(name, version, reader, 1, now, now));
    }

    /** Takes out what is to be written down. */
    synchronized List<Use> take() {
        List<Use> taken = new ArrayList<>(uses.values());
        uses.clear();
        return taken;
    }

    /** Puts back what could not be written down, or adds a new one. */
    synchronized void add(Use use) {
        uses.merge(new Key(use.name(), use.version(), use.reader()), use, Use::and);
    }
}

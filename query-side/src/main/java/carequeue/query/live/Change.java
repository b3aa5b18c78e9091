package carequeue.query.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a stream tells: up to a position these identifiers changed. */
record Change(long position, List<String> ids) {

    Change and(Change later) {
        Set<String> all = new LinkedHashSet<>(ids);
        all.addAll(later.ids);
        return new Change(Math.max(position, later.position), List.copyOf(all));
    }
}

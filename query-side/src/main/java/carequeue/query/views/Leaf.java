package carequeue.query.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of one table on a sheet. */
final class Leaf<K, R> {

    private final Table<K, R> table;
    private final Map<K, Slot<R>> slots = new HashMap<>();
    private final Set<K> wanted = new LinkedHashSet<>();

    Leaf(Table<K, R> table) {
        this.table = table;
    }

    void want(K key) {
        if (!slots.containsKey(key)) {
            wanted.add(key);
        }
    }

    void load(TableRows rows, int generation) {
        if (!wanted.isEmpty()) {
            rows.load(
                    table,
                    generation,
                    List.copyOf(wanted),
                    (key, row, position) -> slots.put(key, new Slot<>(row, position)));
            wanted.forEach(key -> slots.computeIfAbsent(key, k -> new Slot<>(null, 0)));
            wanted.clear();
        }
    }

    Slot<R> slot(K key, TableRows rows, int generation, boolean whole) {
        Slot<R> slot = slots.get(key);
        if (slot == null && table.changes() && !whole) {
            wanted.add(key);
            load(rows, generation);
            slot = slots.get(key);
        }
        return slot != null ? slot : slots.computeIfAbsent(key, k -> new Slot<>(null, 0));
    }

    /** Writes what changed; what can never change again is forgotten. */
    void flush(TableRows rows, int generation) {
        List<Map.Entry<K, Slot<R>>> dirty = new ArrayList<>();
        for (Map.Entry<K, Slot<R>> entry : slots.entrySet()) {
            if (entry.getValue().dirty()) {
                dirty.add(entry);
            }
        }
        rows.save(table, generation, dirty);
        if (table.changes()) {
            dirty.forEach(entry -> entry.getValue().written());
        } else {
            slots.clear();
        }
    }

    Collection<?> rows() {
        return slots.values();
    }
}

package carequeue.query.views;

import java.util.LinkedHashMap;
import java.util.Map;

/** The rows that a batch of events works on: read at once, folded in memory, written once. Not for several threads. */
public final class Sheet {

    private final TableRows rows;
    private final int generation;
    private final boolean whole;
    private final Map<Table<?, ?>, Leaf<?, ?>> leaves = new LinkedHashMap<>();

    /**
     * A sheet on a generation.
     *
     * @param whole whether it will see every event from the first on, so that what it does not hold does not exist
     */
    Sheet(TableRows rows, int generation, boolean whole) {
        this.rows = rows;
        this.generation = generation;
        this.whole = whole;
    }

    /** Says that a row will be looked at. */
    public <K, R> void want(Table<K, R> table, K key) {
        if (!whole) {
            leaf(table).want(key);
        }
    }

    /** A row, or null. */
    public <K, R> R get(Table<K, R> table, K key) {
        return leaf(table).slot(key, rows, generation, whole).row();
    }

    /** Changes a row, unless it already holds what happened at that position. */
    public <K, R> void put(Table<K, R> table, K key, R row, long position) {
        leaf(table).slot(key, rows, generation, whole).put(row, position);
    }

    /** Reads all that is wanted. */
    void load() {
        leaves.values().forEach(leaf -> leaf.load(rows, generation));
    }

    /** Writes all that changed, in the transaction at hand. */
    void flush() {
        leaves.values().forEach(leaf -> leaf.flush(rows, generation));
    }

    /** Whether what it does not hold does not exist, so that nothing need be read. */
    boolean whole() {
        return whole;
    }

    /** How many rows it holds. */
    int size() {
        return leaves.values().stream().mapToInt(leaf -> leaf.rows().size()).sum();
    }

    @SuppressWarnings("unchecked")
    private <K, R> Leaf<K, R> leaf(Table<K, R> table) {
        return (Leaf<K, R>) leaves.computeIfAbsent(table, t -> new Leaf<>(table));
    }
}

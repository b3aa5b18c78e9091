package carequeue.store;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The aggregates that this node has decided on of late, as they stand, so that their events need not be read again.
 *
 * <p>Another node may have gone on with one since: {@link StaleMemory} sees to that. What holds personal values is not for here, because an
 * erasure would not reach it.
 */
public final class Remembered implements Cache {

    private static final int SHELVES = 16;
    private static final int ON_A_SHELF = 128;
    private static final String USED = Remembered.class.getName();

    // Many, so that who remembers one aggregate does not wait for who remembers another; and each forgets what was not
    // used for longest, since
    // a queue that was asked for often yesterday is not worth one of today.
    private final List<Map<Object, Object>> shelves =
            Stream.generate(Remembered::shelf).limit(SHELVES).toList();

    private static Map<Object, Object> shelf() {
        return Collections.synchronizedMap(new LinkedHashMap<>(ON_A_SHELF, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > ON_A_SHELF;
            }
        });
    }

    private Map<Object, Object> shelf(Object key) {
        int hash = key.hashCode();
        return shelves.get((hash ^ hash >>> 16) & SHELVES - 1);
    }

    /** The aggregates of the unit of work that came from memory, with the number of their last event. */
    static Map<String, Long> usedIn(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(USED, Map.of());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> V get(K key) {
        Object entry = shelf(key).get(key);
        if (entry instanceof AggregateCacheEntry<?> aggregate) {
            Long last = aggregate.recreateAggregate(null, null, null).version();
            CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork
                    .root()
                    .<Map<String, Long>>getOrComputeResource(USED, k -> new HashMap<>())
                    .putIfAbsent(key.toString(), last == null ? -1 : last));
        }
        return (V) entry;
    }

    @Override
    public void put(Object key, Object value) {
        shelf(key).put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return shelf(key).putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return shelf(key).remove(key) != null;
    }

    @Override
    public void removeAll() {
        shelves.forEach(Map::clear);
    }

    @Override
    public boolean containsKey(Object key) {
        return shelf(key).containsKey(key);
    }

    /** Nobody listens: Axon's repositories do not. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("what is remembered tells nobody");
    }
}

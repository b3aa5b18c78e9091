package carequeue.store;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private static final int MOST = 1000;
    private static final String USED = Remembered.class.getName();

    private final Map<Object, Object> entries = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > MOST;
        }
    });

    /** The aggregates of the unit of work that came from memory, with the number of their last event. */
    static Map<String, Long> usedIn(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(USED, Map.of());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> V get(K key) {
        Object entry = entries.get(key);
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
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    /** Nobody listens: Axon's repositories do not. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("what is remembered tells nobody");
    }
}

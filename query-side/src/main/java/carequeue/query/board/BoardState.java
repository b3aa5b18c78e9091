package carequeue.query.board;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A queue as the fold knows it; {@code entries} may be only those that an event touches. */
record BoardState(
        String queueId,
        String siteId,
        String serviceId,
        LocalDate date,
        QueueState state,
        CallingPolicy policy,
        Map<String, Entry> entries) {

    BoardState in(QueueState now) {
        return new BoardState(queueId, siteId, serviceId, date, now, policy, entries);
    }

    BoardState under(CallingPolicy now) {
        return new BoardState(queueId, siteId, serviceId, date, state, now, entries);
    }

    BoardState with(Map<String, Entry> others) {
        return new BoardState(queueId, siteId, serviceId, date, state, policy, others);
    }

    /** The queue without its entries. */
    BoardState bare() {
        return with(Map.of());
    }

    BoardState with(Entry entry) {
        Map<String, Entry> after = new LinkedHashMap<>(entries);
        after.put(entry.entryId(), entry);
        return new BoardState(queueId, siteId, serviceId, date, state, policy, after);
    }

    BoardState with(String entryId, UnaryOperator<Entry> change) {
        Entry entry = entries.get(entryId);
        return entry == null ? this : with(change.apply(entry));
    }
}

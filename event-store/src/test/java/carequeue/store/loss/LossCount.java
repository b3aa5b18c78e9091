package carequeue.store.loss;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a reader, or several with a segment each, received of what was committed. */
record LossCount(int delivered, int lost, int doubled, int neverCommitted, int outOfOrder) {

    static LossCount of(Set<String> committed, List<List<Delivered.One>> readers) {
        Set<String> seen = new HashSet<>();
        int doubled = 0;
        int neverCommitted = 0;
        int outOfOrder = 0;
        for (List<Delivered.One> reader : readers) {
            long position = 0;
            for (Delivered.One one : reader) {
                doubled += seen.add(one.eventId()) ? 0 : 1;
                neverCommitted += committed.contains(one.eventId()) ? 0 : 1;
                outOfOrder += one.position() > position ? 0 : 1;
                position = Math.max(position, one.position());
            }
        }
        int lost = (int) committed.stream().filter(id -> !seen.contains(id)).count();
        return new LossCount(seen.size(), lost, doubled, neverCommitted, outOfOrder);
    }

    @Override
    public String toString() {
        return "delivered %d, lost %d, doubled %d, never committed %d, out of order %d"
                .formatted(delivered, lost, doubled, neverCommitted, outOfOrder);
    }
}

package carequeue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a unit of work has decided and not yet written: it goes to the database with the commit, in one round trip.
 *
 * <p>So the lock that holds readers back is held for no longer than that.
 */
final class Unwritten implements TransactionSynchronization {

    private final Writer writer;
    private final List<EventRow> rows = new ArrayList<>();
    private Repeats.Kept kept;

    /** Who writes it. */
    interface Writer {
        /** Writes all of it, with the commit or without. */
        void write(Unwritten unwritten, boolean commits);
    }

    private Unwritten(Writer writer) {
        this.writer = writer;
    }

    /** What the transaction at hand has not yet written, if anything. */
    static Optional<Unwritten> current() {
        return found().filter(unwritten -> !unwritten.rows.isEmpty());
    }

    /** Adds events to what the transaction at hand will write. */
    static void add(List<EventRow> events, Writer writer) {
        Unwritten unwritten = found().orElseGet(() -> {
            Unwritten first = new Unwritten(writer);
            TransactionSynchronizationManager.registerSynchronization(first);
            return first;
        });
        unwritten.rows.addAll(events);
    }

    /** Writes at once, for whoever reads in the same transaction. */
    static void write() {
        current().ifPresent(unwritten -> unwritten.writer.write(unwritten, false));
    }

    private static Optional<Unwritten> found() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
                if (one instanceof Unwritten unwritten) {
                    return Optional.of(unwritten);
                }
            }
        }
        return Optional.empty();
    }

    /** The aggregates whose events they are. */
    Set<String> aggregates() {
        return rows.stream().map(row -> row.event().getAggregateIdentifier()).collect(Collectors.toSet());
    }

    /** Keeps an answer with the events. */
    void keep(Repeats.Kept answer) {
        kept = answer;
    }

    /** The events, which are then no longer unwritten. */
    List<EventRow> takeRows() {
        List<EventRow> taken = List.copyOf(rows);
        rows.clear();
        return taken;
    }

    /** The answer to be kept, or null; then it is no longer unwritten. */
    Repeats.Kept takeKept() {
        Repeats.Kept taken = kept;
        kept = null;
        return taken;
    }

    /** Behind everybody else who wants to write before the commit. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!rows.isEmpty()) {
            // With nobody else in the transaction who could still want something of it, nothing comes between.
            boolean alone =
                    TransactionSynchronizationManager.getSynchronizations().size() == 1;
            writer.write(this, alone);
        }
    }
}

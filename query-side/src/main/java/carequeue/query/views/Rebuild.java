package carequeue.query.views;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the next generation of a view beside the live one and swaps it in.
 *
 * <p>Everything up to near the head is folded while reads and live batches go on. Then one transaction locks the view's generation, so that
 * no batch is under way and none begins, folds the rest and makes the generation the live one. It then holds all of settled history up to a
 * position that no live segment has passed; live batches that come to an event at or before that position pass over it, later ones fold on.
 * So nothing is folded twice and nothing is left out, however far apart the segments stand.
 */
final class Rebuild {

    private static final int ATTEMPTS = 100;

    private final View view;
    private final RebuildParts parts;
    private final Watch watch;
    private final TransactionTemplate transaction;
    private final Pace pace;
    private final Runnable ended;
    private Rebuilding held;

    /** A rebuild that is held; {@code ended} is done in the transaction that ends it. */
    Rebuild(View view, Rebuilding held, RebuildParts parts, Watch watch, Pace pace, Runnable ended) {
        this.ended = ended;
        this.view = view;
        this.held = held;
        this.parts = parts;
        this.watch = watch;
        this.transaction = new TransactionTemplate(parts.transactions());
        this.pace = pace;
    }

    /** Is told after each step how far it is, and says whether to go on. */
    interface Watch {
        boolean goOn(String step, long position);
    }

    /** Goes on until the view is rebuilt; false when the watch wanted it to stop. */
    boolean run() {
        if (!held.swapped() && !(fold() && swap())) {
            return false;
        }
        return clean();
    }

    private boolean fold() {
        Bulk bulk = bulk();
        try (PagesAhead pages = new PagesAhead(view, rest(), pace.page())) {
            for (List<Told> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                if (!watch.goOn("page read", held.position())) {
                    return false;
                }
                held = written(bulk, page);
                bulk.forgetSome(pace.rows());
            }
        }
        return watch.goOn("caught up", held.position());
    }

    private Rebuilding written(Bulk bulk, List<Told> page) {
        Rebuilding after = held.at(page.get(page.size() - 1).position());
        try {
            transaction.executeWithoutResult(status -> {
                bulk.fold(page);
                parts.rebuilds().advance(after, pace.lease());
            });
        } catch (RuntimeException e) {
            oneByOne(bulk, page, after, e);
        }
        return after;
    }

    private void oneByOne(Bulk bulk, List<Told> page, Rebuilding after, RuntimeException failure) {
        if (failure instanceof LeaseLost || Passing.is(failure)) {
            throw failure;
        }
        bulk.forget();
        transaction.executeWithoutResult(status -> {
            bulk.foldOneByOne(page);
            parts.rebuilds().advance(after, pace.lease());
        });
    }

    private boolean swap() {
        for (int attempt = 1; !held.swapped(); attempt++) {
            if (!watch.goOn("before swap", held.position())) {
                return false;
            }
            Rebuilding live = attempt(attempt == ATTEMPTS);
            if (live != null) {
                held = live;
            } else if (!fold()) {
                return false;
            }
        }
        return watch.goOn("swapped", held.position());
    }

    private Rebuilding attempt(boolean last) {
        try {
            return transaction.execute(status -> swapped());
        } catch (RuntimeException e) {
            if (last || e instanceof LeaseLost || Passing.is(e)) {
                throw e;
            }
            // An event of the rest that cannot be folded: it is set aside before the next attempt.
            return null;
        }
    }

    /** The rest and the swap; null when the rest has grown too long to keep the live view waiting, or is not settled yet. */
    private Rebuilding swapped() {
        parts.generations().locked(view.name());
        List<Told> rest = new HistoryPages(rest()).next(pace.near() + 1);
        Rebuilding now =
                rest.isEmpty() ? held : held.at(rest.get(rest.size() - 1).position());
        if (rest.size() > pace.near() || now.position() < parts.rebuilds().furthest(view.name())) {
            return null;
        }
        bulk().fold(rest);
        parts.rebuilds().advance(now.live(), pace.lease());
        parts.rebuilds().swap(now);
        return now.live();
    }

    /** Deletes, in small pieces, every generation that is not live. */
    private boolean clean() {
        int last = parts.rebuilds().last(view.name());
        for (int generation = 1; generation <= last; generation++) {
            if (generation != held.generation() && !delete(generation)) {
                return false;
            }
        }
        end();
        return true;
    }

    private void end() {
        transaction.executeWithoutResult(status -> {
            parts.rebuilds().end(held);
            ended.run();
        });
    }

    /** Gives the generation up before it is live. */
    void abandon() {
        if (delete(held.generation())) {
            end();
        }
    }

    private boolean delete(int generation) {
        for (Table<?, ?> table : view.tables()) {
            int deleted = pace.rows();
            while (deleted == pace.rows()) {
                deleted = transaction.execute(status -> {
                    parts.rebuilds().advance(held, pace.lease());
                    return parts.rows().delete(table, generation, pace.rows());
                });
                if (held.swapped() && !watch.goOn("old rows deleted", held.position())) {
                    return false;
                }
            }
        }
        return true;
    }

    Rebuilding held() {
        return held;
    }

    private Stream<TrackedEventMessage<?>> rest() {
        return parts.history().apply(held.position(), view::hears);
    }

    private Bulk bulk() {
        return new Bulk(view, held, parts.rows(), parts.letters(), parts.folds());
    }
}

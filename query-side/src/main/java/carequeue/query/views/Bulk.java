package carequeue.query.views;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folds history into a generation that is not live, in large pages; memory is bounded, what fails is set aside. */
final class Bulk {

    private final View view;
    private final int generation;
    private final String letters;
    private final TableRows rows;
    private final Letters box;
    private final Folds folds;
    private final Set<String> waiting;
    private final Map<Class<?>, Boolean> kinds = new HashMap<>();
    private Sheet sheet;

    Bulk(View view, Rebuilding begun, TableRows rows, Letters box, Folds folds) {
        this.view = view;
        this.generation = begun.generation();
        this.letters = begun.letters();
        this.rows = rows;
        this.box = box;
        this.folds = folds;
        this.waiting = box.sequences(letters);
        this.sheet = new Sheet(rows, generation, begun.position() == 0);
    }

    /** Folds a page and writes it, in the transaction at hand. */
    void fold(List<Told> page) {
        List<Told> heard = heard(page);
        if (!sheet.whole()) {
            heard.forEach(told -> view.wants(told, sheet));
            sheet.load();
        }
        for (Told told : heard) {
            if (!behindAnother(told)) {
                view.on(told, sheet);
            }
        }
        sheet.flush();
    }

    /** Folds a page event by event; the one that fails is set aside. */
    void foldOneByOne(List<Told> page) {
        for (Told told : heard(page)) {
            if (!behindAnother(told)) {
                RuntimeException failure = box.behindSavepoint(() -> folds.alone(view, told, generation));
                if (failure != null) {
                    setAside(told, failure);
                }
            }
        }
    }

    /** Forgets what is in memory: after a page that failed. */
    void forget() {
        sheet = new Sheet(rows, generation, false);
        waiting.clear();
        waiting.addAll(box.sequences(letters));
    }

    /** Forgets when more rows than so many are in memory. */
    void forgetSome(int atMost) {
        if (sheet.size() > atMost) {
            sheet = new Sheet(rows, generation, false);
        }
    }

    private List<Told> heard(List<Told> page) {
        return page.stream()
                .filter(told -> kinds.computeIfAbsent(told.message().getPayloadType(), view::hears))
                .toList();
    }

    private boolean behindAnother(Told told) {
        if (waiting.isEmpty()) {
            return false;
        }
        String sequence = box.sequence(view.name(), told.message());
        boolean behind = waiting.contains(sequence);
        if (behind) {
            box.add(letters, sequence, told.message(), null);
        }
        return behind;
    }

    private void setAside(Told told, RuntimeException failure) {
        if (Passing.is(failure)) {
            throw failure;
        }
        String sequence = box.sequence(view.name(), told.message());
        box.add(letters, sequence, told.message(), failure);
        waiting.add(sequence);
    }
}

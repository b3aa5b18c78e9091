package carequeue.app.permuted;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The orders in which a few answers may come. */
final class Orderings {

    private Orderings() {}

    /** Every order of all, each once; every other order with one of them once more at the end; each order without one of them. */
    static <T> List<List<T>> of(List<T> answers) {
        List<List<T>> whole = permuted(answers);
        Set<List<T>> orders = new LinkedHashSet<>(whole);
        for (int i = 0; i < whole.size(); i += 2) {
            List<T> twice = new ArrayList<>(whole.get(i));
            twice.add(answers.get(i / 2 % answers.size()));
            orders.add(twice);
        }
        for (T never : answers) {
            orders.addAll(
                    permuted(answers.stream().filter(word -> word != never).toList()));
        }
        return List.copyOf(orders);
    }

    private static <T> List<List<T>> permuted(List<T> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (T first : of) {
            List<T> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<T> tail : permuted(rest)) {
                List<T> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}

package carequeue.app.permuted;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One order in which the outside speaks; a word that is missing is never said.
 *
 * @param coPay what the payer names, when it does
 */
record Course(int number, List<Word> words, long coPay) {

    private static final List<Word> OUTSIDE = List.of(Word.LOOKUP, Word.ELIGIBILITY, Word.PATIENCE, Word.CAPTURED);

    /** Every order of the four, each once; every other order with one of them once more at the end; each order without one of them. */
    static List<Course> all() {
        Set<List<Word>> orders = new LinkedHashSet<>();
        List<List<Word>> whole = orders(OUTSIDE);
        orders.addAll(whole);
        for (int i = 0; i < whole.size(); i += 2) {
            List<Word> twice = new ArrayList<>(whole.get(i));
            twice.add(OUTSIDE.get(i / 2 % OUTSIDE.size()));
            orders.add(twice);
        }
        for (Word never : OUTSIDE) {
            orders.addAll(orders(OUTSIDE.stream().filter(word -> word != never).toList()));
        }
        List<Course> courses = new ArrayList<>();
        orders.forEach(order -> courses.add(of(courses.size(), order)));
        return courses;
    }

    /** The patient is served somewhere on the way, and the other news fall in where they may. */
    private static Course of(int number, List<Word> order) {
        List<Word> words = new ArrayList<>(order);
        words.add(number % (words.size() + 1), Word.SERVED);
        words.add(number * 3 % (words.size() + 1), Word.DELIVERED);
        words.add(number * 5 % (words.size() + 1), Word.TOLD);
        words.add(Word.REFUNDED);
        return new Course(number, words, number % 2 == 0 ? 4000 : 1500);
    }

    private static List<List<Word>> orders(List<Word> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Word>> all = new ArrayList<>();
        for (Word first : of) {
            List<Word> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<Word> tail : orders(rest)) {
                List<Word> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }

    boolean says(Word word) {
        return words.contains(word);
    }

    @Override
    public String toString() {
        return number + " " + words + " " + coPay;
    }
}

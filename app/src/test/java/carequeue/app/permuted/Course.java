package carequeue.app.permuted;

import java.util.ArrayList;
import java.util.List;

/**
 * One order in which the outside speaks; a word that is missing is never said.
 *
 * @param coPay what the payer names, when it does
 */
record Course(int number, Kind kind, List<Word> words, long coPay) {

    /** The courses of every kind; of the later kinds every so manieth way. */
    static List<Course> all(int every) {
        List<Course> courses = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<List<Word>> ways = kind.ways();
            int step = kind == Kind.PAYING ? 1 : every;
            for (int i = 0; i < ways.size(); i += step) {
                int number = courses.size();
                courses.add(new Course(number, kind, kind.words(number, ways.get(i)), number % 2 == 0 ? 4000 : 1500));
            }
        }
        return courses;
    }

    boolean says(Word word) {
        return words.contains(word);
    }

    /** Whether one is said at all, and before the other, be that said or not. */
    boolean saysBefore(Word one, Word other) {
        int first = words.indexOf(one);
        int second = words.indexOf(other);
        return first >= 0 && (second < 0 || first < second);
    }

    /** Whether one is said, at least once, after the other. */
    boolean saysAfter(Word one, Word other) {
        return says(other) && words.lastIndexOf(one) > words.indexOf(other);
    }

    @Override
    public String toString() {
        return number + " " + kind + " " + words + " " + coPay;
    }
}

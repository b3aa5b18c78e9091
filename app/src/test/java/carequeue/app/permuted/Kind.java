package carequeue.app.permuted;

import static carequeue.app.permuted.Word.*;

import java.util.ArrayList;
import java.util.List;

/** What a journey is about: which answers are permuted, and what is fixed before and around them. */
enum Kind {
    /** A walk-in and the money of the check-in: where the patient is served is one of the things that vary. */
    PAYING(List.of(), List.of(List.of(LOOKUP), List.of(ELIGIBILITY), List.of(PATIENCE), List.of(CAPTURED))),
    /** A booked patient whose card may be declined, and whose appointment the EHR may cancel before or after they come. */
    BOOKED(
            List.of(),
            List.of(List.of(COMES, LOOKUP, ELIGIBILITY), List.of(CANCELLED), List.of(DECLINED), List.of(CAPTURED))),
    /** The visit is served and billed; what its two payers say comes as it may. */
    BILLED(
            List.of(LOOKUP, ELIGIBILITY, SERVED, Word.BILLED),
            List.of(List.of(ACCEPTED), List.of(DECIDED), List.of(REMITTED), List.of(SECOND_DECIDED)));

    private final List<Word> before;
    private final List<List<Word>> answers;

    Kind(List<Word> before, List<List<Word>> answers) {
        this.before = before;
        this.answers = answers;
    }

    /** Every way that the answers may come, as words. */
    List<List<Word>> ways() {
        return Orderings.of(answers).stream()
                .map(order -> order.stream().flatMap(List::stream).toList())
                .toList();
    }

    /** The whole course: the other news fall in where the number puts them. */
    List<Word> words(int number, List<Word> way) {
        List<Word> words = new ArrayList<>(way);
        switch (this) {
            case PAYING -> around(words, number, SERVED, DELIVERED, TOLD);
            case BOOKED -> around(words, number, UNDELIVERED, DELIVERED);
            case BILLED -> around(words, number, SECOND_ELIGIBILITY, CAPTURED);
        }
        words.addAll(0, before);
        words.add(REFUNDED);
        return words;
    }

    private static void around(List<Word> words, int number, Word... news) {
        int step = 1;
        for (Word word : news) {
            words.add(number * step % (words.size() + 1), word);
            step += 2;
        }
    }
}

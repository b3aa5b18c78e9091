package carequeue.adapter.x12;

import java.util.Set;

/** What separates elements, repetitions and components, and ends a segment. */
public record Delimiters(char element, char repetition, char component, char segment) {

    /** Those that we write. */
    public static final Delimiters USUAL = new Delimiters('*', '^', ':', '~');

    public Delimiters {
        if (Set.of((int) element, (int) repetition, (int) component).size() < 3
                || Set.of((int) element, (int) repetition, (int) component).contains((int) segment)) {
            throw new IllegalArgumentException("four different characters");
        }
    }

    /** Whether a text holds one of them. */
    boolean in(String text) {
        return text.indexOf(element) >= 0
                || text.indexOf(repetition) >= 0
                || text.indexOf(component) >= 0
                || text.indexOf(segment) >= 0;
    }
}

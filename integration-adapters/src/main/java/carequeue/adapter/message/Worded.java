package carequeue.adapter.message;

/**
 * A message as it is read.
 *
 * @param subject the line above it, or null where the way has none
 * @param text its words
 * @param html the same words as a page, or null
 */
public record Worded(String subject, String text, String html) {

    /** None of its words. */
    @Override
    public String toString() {
        return html == null ? "plain words" : "words and a page";
    }
}

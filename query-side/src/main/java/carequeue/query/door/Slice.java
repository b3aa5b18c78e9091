package carequeue.query.door;

import java.util.List;

/** A page of a list as it was found: its items, and the cursor of the next page or null. */
public record Slice<T>(List<T> items, String nextCursor) {

    private static final int AT_MOST = 200;

    /** What was found for a place in the list. */
    public record Found<T>(Keyset where, T item) {}

    /** A page, of which one more than its limit was looked for. */
    public static <T> Slice<T> of(List<Found<T>> found, int limit) {
        boolean more = found.size() > limit;
        List<Found<T>> page = more ? found.subList(0, limit) : found;
        return new Slice<>(
                page.stream().map(Found::item).toList(),
                more ? page.get(page.size() - 1).where().text() : null);
    }

    /** How many are shown when somebody asks for so many. */
    public static int limit(int asked) {
        return Math.max(1, Math.min(asked, AT_MOST));
    }
}

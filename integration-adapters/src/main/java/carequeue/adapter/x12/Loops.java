package carequeue.adapter.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Cuts segments into loops, each beginning with a segment of its own kind. */
public final class Loops {

    private Loops() {}

    /**
     * What a cut makes.
     *
     * @param before what stands before the first loop
     * @param loops each with the segment that begins it
     */
    public record Cut(List<Segment> before, List<List<Segment>> loops) {}

    /** Cuts before each segment with one of these tags. */
    public static Cut cut(List<Segment> segments, String... tags) {
        return cut(segments, segment -> Set.of(tags).contains(segment.tag()));
    }

    /** Cuts before each segment that begins a loop. */
    public static Cut cut(List<Segment> segments, Predicate<Segment> begins) {
        List<Segment> before = new ArrayList<>();
        List<List<Segment>> loops = new ArrayList<>();
        for (Segment segment : segments) {
            if (begins.test(segment)) {
                loops.add(new ArrayList<>());
            }
            (loops.isEmpty() ? before : loops.get(loops.size() - 1)).add(segment);
        }
        return new Cut(before, loops);
    }
}

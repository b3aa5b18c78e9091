package carequeue.adapter.x12;

import carequeue.adapter.x12.X12Refused.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A transaction cut at its HL segments into the tree that they name.
 *
 * @param head what stands before the first HL
 * @param roots the levels that have no parent
 */
public record Hierarchy(List<Segment> head, List<Level> roots) {

    /**
     * One level, such as the subscriber in a 271.
     *
     * @param code of HL03: 20 source, 21 receiver, 19 provider, 22 subscriber, 23 dependent, PT patient
     * @param segments what follows its HL up to the next
     */
    public record Level(String id, String code, List<Segment> segments, List<Level> children) {

        /** This level and all below it. */
        public Stream<Level> all() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(Level::all));
        }
    }

    /**
     * Cuts a transaction.
     *
     * @throws X12Refused when an HL comes twice or names a parent that was not there before it
     */
    public static Hierarchy of(Transaction transaction) {
        var cut = Loops.cut(transaction.segments(), "HL");
        Map<String, Level> known = new LinkedHashMap<>();
        List<Level> roots = new ArrayList<>();
        for (List<Segment> loop : cut.loops()) {
            Segment hl = loop.get(0);
            Level level = new Level(hl.text(1), hl.text(3), loop.subList(1, loop.size()), new ArrayList<>());
            if (!hl.has(1) || known.put(level.id(), level) != null) {
                throw hl.refused(Reason.VALUE, 1);
            }
            parent(hl, known, roots).add(level);
        }
        return new Hierarchy(cut.before(), roots);
    }

    private static List<Level> parent(Segment hl, Map<String, Level> known, List<Level> roots) {
        if (!hl.has(2)) {
            return roots;
        }
        Level parent = known.get(hl.text(2));
        if (parent == null || hl.text(2).equals(hl.text(1))) {
            throw hl.refused(Reason.VALUE, 2);
        }
        return parent.children();
    }

    /** Every level with this code, in order. */
    public List<Level> levels(String code) {
        return roots.stream()
                .flatMap(Level::all)
                .filter(level -> level.code().equals(code))
                .toList();
    }
}

package carequeue.adapter.x12;

import carequeue.adapter.x12.X12Refused.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * What a partner says of what it was sent, before anybody there has understood it: a TA1 of an interchange, or a 999 of a group.
 *
 * @param controlNumber of the interchange (ISA13), or of the group (GS06)
 * @param verdict of the whole
 * @param codes of a TA1 its note, of a 999 those of AK905 to AK909; empty when accepted
 * @param sets what a 999 says of each transaction
 */
public record Acknowledgement(String controlNumber, Verdict verdict, List<String> codes, List<OfSet> sets) {

    /** Whether it was taken. */
    public enum Verdict {
        ACCEPTED,
        /** Taken, though something is wrong with it. */
        WITH_ERRORS,
        /** Some sets of the group were taken and some not. */
        PARTLY,
        REJECTED
    }

    /**
     * What is said of one transaction.
     *
     * @param controlNumber of ST02
     * @param errors where and why, such as {@code NM1@8:8} (segment, place in the set, code) or {@code NM1@8.9:7} (and element)
     */
    public record OfSet(String controlNumber, Verdict verdict, List<String> errors) {}

    /** Reads a TA1. */
    public static Acknowledgement ofInterchange(Segment ta1) {
        List<String> codes = ta1.text(5).isEmpty() || ta1.text(5).equals("000") ? List.of() : List.of(ta1.text(5));
        return new Acknowledgement(ta1.text(1), verdict(ta1, 4), codes, List.of());
    }

    /**
     * Reads a 999.
     *
     * @throws X12Refused when it lacks the group it speaks of, or its verdict
     */
    public static Acknowledgement ofGroup(Transaction transaction) {
        var cut = Loops.cut(transaction.segments(), "AK2");
        Segment ak1 = only(transaction, "AK1");
        Segment ak9 = only(transaction, "AK9");
        List<String> codes = new ArrayList<>();
        for (int element = 5; element <= 9; element++) {
            codes.addAll(ak9.repeats(element));
        }
        return new Acknowledgement(
                ak1.text(2),
                verdict(ak9, 1),
                codes,
                cut.loops().stream().map(Acknowledgement::set).toList());
    }

    private static Segment only(Transaction transaction, String tag) {
        return transaction.segments().stream()
                .filter(segment -> segment.is(tag))
                .findFirst()
                .orElseThrow(() -> new X12Refused(Reason.MISSING, tag, 0));
    }

    private static OfSet set(List<Segment> loop) {
        List<String> errors = new ArrayList<>();
        String where = "";
        Verdict verdict = null;
        for (Segment segment : loop) {
            if (segment.is("IK3")) {
                where = segment.text(1) + "@" + segment.text(2);
                errors.add(where + ":" + segment.text(4));
            } else if (segment.is("IK4")) {
                errors.add(where + "." + segment.text(1) + ":" + segment.text(3));
            } else if (segment.is("IK5")) {
                verdict = verdict(segment, 1);
            }
        }
        if (verdict == null) {
            throw new X12Refused(Reason.MISSING, "IK5", loop.get(0).position());
        }
        return new OfSet(loop.get(0).text(2), verdict, errors);
    }

    private static Verdict verdict(Segment segment, int element) {
        return switch (segment.text(element)) {
            case "A" -> Verdict.ACCEPTED;
            case "E" -> Verdict.WITH_ERRORS;
            case "P" -> Verdict.PARTLY;
            case "R", "M", "W", "X" -> Verdict.REJECTED;
            default -> throw segment.refused(Reason.VALUE, element);
        };
    }
}

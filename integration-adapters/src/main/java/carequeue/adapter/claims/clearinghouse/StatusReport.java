package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.PayerWord;
import carequeue.adapter.claims.PayerWord.Acknowledged;
import carequeue.adapter.claims.StatusCategory;
import carequeue.adapter.x12.Hierarchy;
import carequeue.adapter.x12.Hierarchy.Level;
import carequeue.adapter.x12.Loops;
import carequeue.adapter.x12.Segment;
import carequeue.adapter.x12.Transaction;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a 277CA (005010X214) or a 277 (005010X212): what is said of each claim, and of a whole file that was not taken. */
final class StatusReport {

    private static final Set<String> OF_CLAIMS = Set.of("PT", "22", "23");
    private static final String OF_FILE = "21";
    /** The elements of STC that hold a category, a status and whom it concerns. */
    private static final List<Integer> CODES = List.of(1, 10, 11);

    private StatusReport() {}

    static List<PayerWord> of(Transaction transaction) {
        List<PayerWord> words = new ArrayList<>();
        for (Level level :
                Hierarchy.of(transaction).roots().stream().flatMap(Level::all).toList()) {
            for (List<Segment> loop : Loops.cut(level.segments(), "TRN").loops()) {
                word(level, loop, words);
            }
        }
        return words;
    }

    private static void word(Level level, List<Segment> loop, List<PayerWord> words) {
        // What follows is of single services, and the claim's own status says already what they come to.
        List<Segment> claim = loop.stream().takeWhile(s -> !s.is("SVC")).toList();
        List<Segment> statuses = latest(claim);
        if (statuses.isEmpty()) {
            return;
        }
        Acknowledgement said =
                new Acknowledgement(StatusCategory.word(categories(statuses)), number(claim), codes(statuses));
        boolean wholeFile = level.code().equals(OF_FILE) && said.word() == Word.REJECTED;
        if (OF_CLAIMS.contains(level.code()) || wholeFile) {
            words.add(new Acknowledged(loop.get(0).text(2), said));
        }
    }

    /** A 277 may tell the whole course of a claim: the last day counts. */
    private static List<Segment> latest(List<Segment> claim) {
        List<Segment> all = claim.stream().filter(s -> s.is("STC")).toList();
        String last = all.stream().map(s -> s.text(2)).max(String::compareTo).orElse("");
        return all.stream().filter(s -> s.text(2).equals(last)).toList();
    }

    private static List<String> categories(List<Segment> statuses) {
        return statuses.stream()
                .flatMap(s -> CODES.stream().map(s::text))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static List<String> codes(List<Segment> statuses) {
        List<String> codes = new ArrayList<>();
        for (Segment status : statuses) {
            for (int element : CODES) {
                if (status.has(element)) {
                    String whom = status.text(element, 3);
                    codes.add(
                            status.text(element) + ":" + status.text(element, 2) + (whom.isEmpty() ? "" : ":" + whom));
                }
            }
        }
        return codes;
    }

    private static String number(List<Segment> claim) {
        return claim.stream()
                .filter(s -> s.is("REF", "1K") && s.has(2))
                .map(s -> s.text(2))
                .findFirst()
                .orElse(null);
    }
}

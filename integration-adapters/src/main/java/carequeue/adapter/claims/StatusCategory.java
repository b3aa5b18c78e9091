package carequeue.adapter.claims;

import carequeue.api.claim.Acknowledgement.Word;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The claim status category codes of X12 (external code list 507), as a 277CA or a 277 has them in STC01, STC10 and STC11, and what each says. Codes
 * of requests ({@code R}), finalised claims ({@code F}) and pending ones ({@code P}) come in a 277 only.
 */
public final class StatusCategory {

    private static final Map<String, Word> WORDS = new LinkedHashMap<>();

    static {
        // Passed on, or received by somebody who does not say that the claim will be decided.
        put(Word.ON_ITS_WAY, "A0", "A1");
        // Into the adjudication system; A5: in several parts, each of which will be decided.
        put(Word.ACCEPTED, "A2", "A5");
        // Unprocessable, missing, invalid or contradicting information.
        put(Word.REJECTED, "A3", "A6", "A7", "A8");
        // The claim, or what was searched by, is not found.
        put(Word.NOT_FOUND, "A4", "D0");
        // In process, under review, on hold at the payer.
        put(Word.PENDING, "P0", "P1", "P2", "P5");
        // It waits for what the provider or the patient was asked for already.
        put(Word.NEEDS_INFORMATION, "P3", "P4");
        // Decided, paid, denied, revised, forwarded or not, nothing to come: the remittance says what was decided.
        put(Word.FINALIZED, "F0", "F1", "F2", "F3", "F3F", "F3N", "F4");
        put(Word.NEEDS_INFORMATION, "R0", "R1", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13");
        put(Word.NEEDS_INFORMATION, "R14", "R15", "R16", "R17");
        // The question itself has a fault, which somebody has to put right.
        put(Word.NEEDS_INFORMATION, "E0", "E3", "E4");
        put(Word.UNAVAILABLE, "E1", "E2");
    }

    /** Codes that were given out once and ended; whoever still sends one is looked at by a person. */
    private static final Map<String, String> ENDED = Map.of(
            "X0", "supplemental messages, ended 2003",
            "F5", "cannot process, ended 2003; A3 and A6 to A8 say it",
            "RQ", "yes or no questions, ended 2008; the other R codes ask");

    private static final List<Word> WORST_FIRST = List.of(
            Word.REJECTED,
            Word.NOT_FOUND,
            Word.NEEDS_INFORMATION,
            Word.UNAVAILABLE,
            Word.ON_ITS_WAY,
            Word.PENDING,
            Word.FINALIZED,
            Word.ACCEPTED);

    private StatusCategory() {}

    private static void put(Word word, String... codes) {
        for (String code : codes) {
            WORDS.put(code, word);
        }
    }

    /** Every code that is in use. */
    static Map<String, Word> all() {
        return Map.copyOf(WORDS);
    }

    /** Every code that is not in use any more, with the reason why nothing follows from it. */
    static Map<String, String> ended() {
        return ENDED;
    }

    /** What the categories of one claim come to together: what somebody has to see to comes first; an unknown code is for a person. */
    public static Word word(Collection<String> codes) {
        List<Word> found = codes.stream()
                .map(code -> WORDS.getOrDefault(code, Word.NEEDS_INFORMATION))
                .toList();
        return WORST_FIRST.stream().filter(found::contains).findFirst().orElse(Word.NEEDS_INFORMATION);
    }
}

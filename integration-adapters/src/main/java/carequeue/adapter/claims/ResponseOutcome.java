package carequeue.adapter.claims;

import carequeue.api.claim.Acknowledgement.Word;
import java.util.Arrays;
import java.util.Optional;

/** The outcomes of a FHIR R4 ClaimResponse, and what each says. */
public enum ResponseOutcome {
    QUEUED("queued", Word.PENDING, "the payer has it and has not begun"),
    COMPLETE("complete", null, "it is decided: the response's adjudication says how"),
    ERROR("error", Word.REJECTED, "the payer found faults: the response's errors say which"),
    PARTIAL("partial", Word.PENDING, "a part is decided; what counts is the decision on the whole");

    private final String code;
    private final Word word;
    private final String why;

    ResponseOutcome(String code, Word word, String why) {
        this.code = code;
        this.word = word;
        this.why = why;
    }

    String code() {
        return code;
    }

    /** What it says before a decision, empty where the response has the decision. */
    public Optional<Word> word() {
        return Optional.ofNullable(word);
    }

    String why() {
        return why;
    }

    public static Optional<ResponseOutcome> of(String code) {
        return Arrays.stream(values()).filter(o -> o.code.equals(code)).findFirst();
    }
}

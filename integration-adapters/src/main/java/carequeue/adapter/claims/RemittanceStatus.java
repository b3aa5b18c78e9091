package carequeue.adapter.claims;

import carequeue.api.claim.Adjudication.Decision;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The codes of CLP02 in an X12 835 (005010X221A1): how a payer decided a claim. */
public enum RemittanceStatus {
    PRIMARY("1", Decision.PROCESSED, false, "processed as primary"),
    SECONDARY("2", Decision.PROCESSED, false, "processed as secondary"),
    TERTIARY("3", Decision.PROCESSED, false, "processed as tertiary"),
    DENIED("4", Decision.DENIED, false, "the patient or subscriber is not recognised, or the whole claim is denied"),
    PRIMARY_FORWARDED("19", Decision.PROCESSED, true, "processed as primary and passed on"),
    SECONDARY_FORWARDED("20", Decision.PROCESSED, true, "processed as secondary and passed on"),
    TERTIARY_FORWARDED("21", Decision.PROCESSED, true, "processed as tertiary and passed on"),
    REVERSED("22", Decision.REVERSED, false, "an earlier payment is taken back"),
    NOT_OURS("23", Decision.DENIED, true, "it is another payer's, and was passed on there; a person sees to it"),
    PREDETERMINATION("25", null, false, "a price without a claim: we never ask for one, so nothing follows");

    /** The other codes of the element, which this transaction does not use. */
    private static final Set<String> OF_OTHER_TRANSACTIONS = Set.of(
            ("5 6 7 8 9 10 11 12 13 14 15 16 17 18 24 26 27 28 29 30 31 AD AP CC CL CP I RA RB RC RD RO").split(" "));

    private final String code;
    private final Decision decision;
    private final boolean forwarded;
    private final String words;

    RemittanceStatus(String code, Decision decision, boolean forwarded, String words) {
        this.code = code;
        this.decision = decision;
        this.forwarded = forwarded;
        this.words = words;
    }

    public String code() {
        return code;
    }

    /** How it was decided, empty where nothing was. */
    public Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    /** Whether the payer passed the claim on to the next one by itself. */
    public boolean forwarded() {
        return forwarded;
    }

    String words() {
        return words;
    }

    /** The codes that mean nothing here because this transaction does not use them. */
    static Set<String> ofOtherTransactions() {
        return OF_OTHER_TRANSACTIONS;
    }

    /** Empty for a code that may not stand here: a person has to look at such a remittance. */
    public static Optional<RemittanceStatus> of(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}

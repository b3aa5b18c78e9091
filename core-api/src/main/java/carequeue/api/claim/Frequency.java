package carequeue.api.claim;

import java.util.Locale;

/** What a submission is to the payer: a first bill, one in the place of another, or the end of one. */
public enum Frequency {
    ORIGINAL(1),
    REPLACEMENT(7),
    VOID(8);

    private final int code;

    Frequency(int code) {
        this.code = code;
    }

    /** The claim frequency code of the National Uniform Billing Committee. */
    public int code() {
        return code;
    }

    /** Whether the payer has to be told which of its claims is meant. */
    public boolean namesEarlier() {
        return this != ORIGINAL;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

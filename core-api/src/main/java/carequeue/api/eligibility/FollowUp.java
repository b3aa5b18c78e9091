package carequeue.api.eligibility;

import java.util.Locale;

/** What a payer wants to be done about a question that it did not answer. */
public enum FollowUp {
    /** It did not say. */
    NONE,
    CORRECT_AND_RESUBMIT,
    RESUBMIT_UNCHANGED,
    RESUBMISSION_ALLOWED,
    /** Asking again would be refused again. */
    DO_NOT_RESUBMIT,
    WAIT_10_DAYS,
    WAIT_30_DAYS,
    /** It keeps the question and will answer by itself. */
    ANSWER_FOLLOWS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package carequeue.command.journey;

import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityState;

/**
 * What an event of an eligibility check means for those who wait for it.
 *
 * @param state what is known, or why nothing is; null while the payer is asked
 * @param benefits null where nothing was said of them
 */
record PayerWord(Meaning meaning, EligibilityState state, Benefits benefits) {

    /** Whether it is an answer. */
    enum Meaning {
        ASKED,
        KNOWN,
        /** Not now; it is asked for again, or waited for. */
        UNKNOWN,
        HANDED_OVER,
        NO_NEWS
    }

    static PayerWord of(EligibilityEvent event) {
        if (event instanceof EligibilityRequested || event instanceof VisitJoined) {
            return new PayerWord(Meaning.ASKED, null, null);
        } else if (event instanceof EligibilityAnswered e) {
            EligibilityState said = e.answer().outcome();
            return new PayerWord(
                    said.decided() ? Meaning.KNOWN : Meaning.UNKNOWN,
                    said,
                    e.answer().benefits());
        } else if (event instanceof AnswerStands e) {
            return new PayerWord(Meaning.KNOWN, e.state(), e.benefits());
        } else if (event instanceof EligibilityDecided e) {
            return new PayerWord(Meaning.KNOWN, e.state(), e.benefits());
        } else if (event instanceof EligibilityUnanswered) {
            return new PayerWord(Meaning.UNKNOWN, EligibilityState.PAYER_UNAVAILABLE, null);
        }
        return event instanceof EligibilityHandedOver e
                ? new PayerWord(Meaning.HANDED_OVER, e.state(), null)
                : new PayerWord(Meaning.NO_NEWS, null, null);
    }

    boolean known() {
        return meaning == Meaning.KNOWN;
    }
}

package carequeue.command.eligibility;

import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.eligibility.NextStep;
import java.time.Duration;
import java.time.Instant;

/**
 * How often a payer was asked in vain in a row of questions, and what comes next by the policy and the payer's wish.
 *
 * @param since when the first question of the row was asked
 * @param vain how many of them brought nothing
 */
record Rounds(EligibilityPolicy policy, Instant since, int vain) {

    private static final int PUT_OFF_AT_MOST = 3;

    /** What comes next, and when it is due. */
    record Due(NextStep step, Instant at) {}

    /** What comes after an answer. */
    Due after(EligibilityAnswer answer, Instant now) {
        if (answer.outcome().decided()) {
            return new Due(NextStep.NOTHING, null);
        }
        return switch (answer.followUp()) {
            case WAIT_10_DAYS -> afterDays(10, now);
            case WAIT_30_DAYS -> afterDays(30, now);
            case ANSWER_FOLLOWS -> new Due(NextStep.AWAIT_ANSWER, now.plus(policy.heldFor()));
            case DO_NOT_RESUBMIT, CORRECT_AND_RESUBMIT -> new Due(NextStep.PERSON, null);
            case NONE, RESUBMISSION_ALLOWED, RESUBMIT_UNCHANGED ->
                answer.passing() || answer.followUp() == FollowUp.RESUBMIT_UNCHANGED
                        ? later(now)
                        : new Due(NextStep.PERSON, null);
        };
    }

    /** What comes after no answer. */
    Due later(Instant now) {
        Instant next = now.plus(policy.waitAfter(vain + 1));
        return next.isAfter(since.plus(policy.giveUpAfter())) ? new Due(NextStep.PERSON, null) : again(next);
    }

    /** A payer that puts us off again and again is left to a person. */
    private Due afterDays(int days, Instant now) {
        return vain < PUT_OFF_AT_MOST ? again(now.plus(Duration.ofDays(days))) : new Due(NextStep.PERSON, null);
    }

    /** The same after one more question in vain. */
    Rounds inVain() {
        return new Rounds(policy, since, vain + 1);
    }

    private static Due again(Instant at) {
        return new Due(NextStep.ASK_AGAIN, at);
    }
}

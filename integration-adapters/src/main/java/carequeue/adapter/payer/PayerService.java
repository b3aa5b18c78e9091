package carequeue.adapter.payer;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.Probed;
import carequeue.api.eligibility.EligibilityAnswer;

/** Whoever answers questions about insurance: a payer itself, or a clearing-house in front of many. */
public interface PayerService extends Probed {

    /** The name of the system in the ledger and in health. */
    String PAYER = "payer";

    @Override
    default String service() {
        return PAYER;
    }

    /**
     * Asks. A question is a read: asked twice it does no harm.
     *
     * @throws OutsideFailure when it is away, or refuses the call itself
     * @throws Unaskable when the question lacks what this payer cannot do without
     * @throws StillOpen when it has taken the question and will say later what came of it
     */
    EligibilityAnswer ask(Question question);
}

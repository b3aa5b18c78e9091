package carequeue.adapter.outbox;

import carequeue.adapter.resilience.OutsideFailure;
import java.util.List;

/** One thing that is done outside because of an event. It may be carried out again: it asks first what is there already. */
public interface Effect {

    /** The name in the ledger, such as {@code ehr.arrived}. */
    String name();

    /** The outside service it calls, such as {@code ehr}. */
    String service();

    /**
     * Calls the outside, with no transaction open.
     *
     * @param answers takes what the clinic is to be told, also of what succeeded before a failure
     * @throws OutsideFailure when the service is not available or refuses
     * @throws NotYet when something of our own has to happen first
     */
    void carryOut(Attempt attempt, List<Answer> answers);

    /** What the clinic is told when the first attempt failed, or the service refuses for good. */
    List<Answer> whenStuck(Attempt attempt, OutsideFailure failure);
}

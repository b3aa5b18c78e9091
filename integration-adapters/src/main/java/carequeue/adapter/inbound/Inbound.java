package carequeue.adapter.inbound;

import carequeue.adapter.outbox.Answer;
import java.util.List;

/** Takes in what one outside system tells us; the same envelope may come again after a crash. */
public interface Inbound {

    /** The system, such as {@code pms}. */
    String service();

    /**
     * Says what the clinic is to be told because of an envelope; may ask the outside, with no transaction open.
     *
     * @throws carequeue.adapter.resilience.OutsideFailure what may pass is tried again, what will not is refused for good
     * @throws carequeue.adapter.outbox.NotYet when something of our own has to happen first
     */
    List<Answer> take(Envelope envelope);
}

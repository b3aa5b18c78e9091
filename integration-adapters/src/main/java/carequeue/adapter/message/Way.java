package carequeue.adapter.message;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.notification.MessageChannel;
import java.util.List;
import java.util.Optional;

/** One way of telling a patient. */
public interface Way {

    MessageChannel channel();

    /** The outside service, such as {@code sms}. */
    String service();

    /** Whether this way is set up at all. */
    boolean ready();

    /** The address in the one form by which it is recognised again. */
    String address(Outgoing message);

    /**
     * Sends it.
     *
     * @param call is told when the provider is about to be called, and when it certainly took nothing
     * @throws OutsideFailure when the provider does not say what became of it, or cannot be spoken to at all
     */
    Sent send(Outgoing message, Call call);

    /**
     * Asks the provider whether an earlier call got through; empty when it knows of none.
     *
     * @throws OutsideFailure when it cannot be asked
     */
    Optional<Sent> find(Outgoing message, Attempts.Known known);

    /**
     * The words of a message by this way, as it sends them.
     *
     * @throws java.util.MissingResourceException where that version has none
     */
    Worded words(Wording wording);

    /** What the clinic is told beside the fate of the message. */
    default List<Answer> beside(Outgoing message, Sent sent) {
        return List.of();
    }
}

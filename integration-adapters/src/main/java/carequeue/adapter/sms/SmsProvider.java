package carequeue.adapter.sms;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.Probed;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Who carries our text messages. Every call may throw {@link OutsideFailure}. */
public interface SmsProvider extends Probed {

    /** The name of the service in the ledger and in health. */
    String SMS = "sms";

    @Override
    default String service() {
        return SMS;
    }

    /** Whether an account is set up. */
    boolean ready();

    /**
     * Gives a text to the provider; what it refuses is answered, not thrown.
     *
     * @param from the sender, or null for the account's own
     * @param to E.164
     * @param tellAt where the provider tells what became of it
     */
    Sent sendMessage(String from, String to, String text, URI tellAt, Call call);

    /** What became of a message; empty when the provider does not know it. */
    Optional<Sent> getDeliveryStatus(String messageId);

    /**
     * Looks for a message that was sent to a number since then with exactly these words.
     *
     * @param ours whether a message of that identifier may be the one
     */
    Optional<Sent> findMessage(String to, String text, Instant since, Predicate<String> ours);

    /**
     * Whether answers to a sender come back to us: a name instead of a number cannot be answered.
     *
     * @param from the sender, or null for the account's own
     */
    boolean hears(String from);

    /** Whether this can be a telephone number. */
    boolean validatePhoneNumber(String phone);
}

package carequeue.adapter.email;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.Probed;

/** Who carries our emails. Every call may throw {@link OutsideFailure}. */
public interface EmailService extends Probed {

    /** The name of the service in the ledger and in health. */
    String EMAIL = "email";

    @Override
    default String service() {
        return EMAIL;
    }

    /** Whether a mail server is set up. */
    boolean ready();

    /** The domain of our own message identifiers. */
    String domain();

    /** Gives an email to the mail server; what it refuses is answered, not thrown. */
    Sent send(Email email, Call call);
}

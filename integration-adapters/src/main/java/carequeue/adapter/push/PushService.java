package carequeue.adapter.push;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.resilience.OutsideFailure;

/** Who brings push messages to one kind of device. */
public interface PushService {

    /** The name of all of them together in the ledger and in health. */
    String PUSH = "push";

    /** The code of a device that its vendor knows no more. */
    String GONE = "gone";

    /** {@code web}, {@code fcm} or {@code apns}. */
    String kind();

    /** Whether keys are set up. */
    boolean ready();

    /**
     * Gives a message to the vendor.
     *
     * @throws OutsideFailure when the vendor does not say what became of it
     */
    Sent send(Device device, Push push, Call call);
}

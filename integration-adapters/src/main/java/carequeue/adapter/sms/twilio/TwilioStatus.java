package carequeue.adapter.sms.twilio;

import carequeue.api.notification.DeliveryStatus;
import java.util.Arrays;
import java.util.Optional;

/** The statuses of a Twilio message, and what each says about our attempt; an incoming message is none of ours. */
enum TwilioStatus {
    ACCEPTED("accepted", DeliveryStatus.DISPATCHED, "it waits for a sender of the messaging service"),
    SCHEDULED("scheduled", DeliveryStatus.DISPATCHED, "it waits for its hour"),
    QUEUED("queued", DeliveryStatus.DISPATCHED, "it waits to be sent"),
    SENDING("sending", DeliveryStatus.DISPATCHED, "it is about to be sent"),
    SENT("sent", DeliveryStatus.SENT, "the carrier took it"),
    DELIVERED("delivered", DeliveryStatus.DELIVERED, "the carrier, or the telephone, has it"),
    READ("read", DeliveryStatus.DELIVERED, "it was opened; only some channels say so"),
    UNDELIVERED("undelivered", DeliveryStatus.UNDELIVERED, "the carrier could not deliver it"),
    PARTIALLY_DELIVERED("partially_delivered", DeliveryStatus.UNDELIVERED, "a part is lost, so it cannot be relied on"),
    FAILED("failed", DeliveryStatus.FAILED, "it could not be sent"),
    CANCELED("canceled", DeliveryStatus.FAILED, "it was called off before it was sent"),
    RECEIVING("receiving", null, "somebody writes to us; that is not about an attempt of ours"),
    RECEIVED("received", null, "somebody wrote to us; that is not about an attempt of ours");

    private final String word;
    private final DeliveryStatus ours;
    private final String why;

    TwilioStatus(String word, DeliveryStatus ours, String why) {
        this.word = word;
        this.ours = ours;
        this.why = why;
    }

    /** The vendor's word. */
    String word() {
        return word;
    }

    /** What it says about an attempt, empty for incoming messages. */
    Optional<DeliveryStatus> ours() {
        return Optional.ofNullable(ours);
    }

    String why() {
        return why;
    }

    static Optional<TwilioStatus> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
}

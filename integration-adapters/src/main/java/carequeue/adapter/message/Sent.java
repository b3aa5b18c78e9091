package carequeue.adapter.message;

import carequeue.api.notification.DeliveryStatus;
import java.util.List;

/**
 * What a provider said of a message.
 *
 * @param providerId how the provider calls it, or null when it was refused
 * @param code the provider's code of a failure, or null
 * @param optedOut whether the patient does not want to be told that way
 * @param gone whether nobody can be reached at that address, now or later
 * @param lost the parts of the address at which nobody is any more, where it has parts
 */
public record Sent(
        String providerId, DeliveryStatus status, String code, boolean optedOut, boolean gone, List<String> lost) {

    public Sent(String providerId, DeliveryStatus status, String code, boolean optedOut, boolean gone) {
        this(providerId, status, code, optedOut, gone, List.of());
    }

    /** It was taken. */
    public static Sent taken(String providerId, DeliveryStatus status) {
        return new Sent(providerId, status, null, false, false);
    }

    /** It will never go out that way. */
    public static Sent refused(String code, boolean optedOut) {
        return new Sent(null, DeliveryStatus.FAILED, code, optedOut, false);
    }

    /** There is nobody at that address. */
    public static Sent gone(String code) {
        return new Sent(null, DeliveryStatus.FAILED, code, false, true);
    }

    /** The same, while nobody is at some parts of the address. */
    public Sent losing(List<String> parts) {
        return new Sent(providerId, status, code, optedOut, gone, List.copyOf(parts));
    }

    /** A later word of the provider. */
    public static Sent told(String providerId, DeliveryStatus status, String code) {
        return new Sent(providerId, status, code, false, false);
    }
}

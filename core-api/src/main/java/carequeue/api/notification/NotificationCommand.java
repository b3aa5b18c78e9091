package carequeue.api.notification;

import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a notification: one message to one patient for one reason. */
public sealed interface NotificationCommand {

    /** The notification's identifier. */
    String notificationId();

    /**
     * Asks that a patient is told something; a second request for the same reason changes nothing. Answers the identifier.
     *
     * <p>Who sends it gives {@code notificationId} from {@link #id} and a reason that names the fact and nothing else, such as
     * {@code called:<entry>:<position>}, so that no fact is told twice; the process finds the way and the address by itself.
     *
     * @param visitId the visit, or null
     * @param appointmentId the appointment; a reminder dies when that one is cancelled or moved
     * @param variables values by name, as the template allows them
     * @param expiresAt when it is no longer worth telling, or null
     */
    record RequestNotification(
            @TargetAggregateIdentifier String notificationId,
            String siteId,
            String patientId,
            String visitId,
            String appointmentId,
            String reason,
            MessageTemplate template,
            Map<String, String> variables,
            Instant expiresAt,
            NotifyPolicy policy)
            implements NotificationCommand {}

    /** Sends it by a way that was not tried yet. In quiet hours it waits; when it is no longer worth telling it is withdrawn. */
    record DispatchNotification(
            @TargetAggregateIdentifier String notificationId,
            MessageChannel channel,
            @PhiSubject String patientId,
            @PhiField("address") Phi<String> address,
            String language)
            implements NotificationCommand {}

    /** There is no way, or none is left; {@code why} is {@code no-consent}, {@code no-address} or {@code no-channel-left}. */
    record EndChannels(@TargetAggregateIdentifier String notificationId, String why) implements NotificationCommand {}

    /**
     * What became of an attempt, also when it is late, comes twice or out of order.
     *
     * @param providerId how the provider calls the message, or null
     * @param code the provider's own code of a failure, or null
     */
    record RecordDelivery(
            @TargetAggregateIdentifier String notificationId,
            int attempt,
            DeliveryStatus status,
            String providerId,
            String code)
            implements NotificationCommand {}

    /** It is not needed any more; harmless when it is over. */
    record WithdrawNotification(@TargetAggregateIdentifier String notificationId, String why)
            implements NotificationCommand {}

    /** A wait has lasted long enough: {@code receipt-1} for the receipt of attempt 1, {@code due-0} for the end of the quiet hours. */
    record ElapseNotification(@TargetAggregateIdentifier String notificationId, String step)
            implements NotificationCommand {}

    /** The notification for a reason at a site: whoever asks for it, it is the same. */
    static String id(String siteId, String reason) {
        return Ids.derived("notification", siteId, reason);
    }
}

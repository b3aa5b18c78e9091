package carequeue.command.notification;

import carequeue.api.Phi;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.api.notification.NotificationState;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Messages to a patient, as tests tell them. */
final class Messages {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final Instant NIGHT = Instant.parse("2026-11-24T03:00:00Z");
    static final Instant MORNING = Instant.parse("2026-11-24T13:00:00Z");
    static final NotifyPolicy POLICY = NotifyPolicy.DEFAULT;
    static final Phi<String> PHONE = Phi.of("+15550100");
    static final Map<String, String> TICKET = Map.of("ticket", "B-042");

    private Messages() {}

    static Sites sites() {
        return new Sites(List.of(new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT)));
    }

    static FixtureConfiguration<Notification> fixture(Instant now) {
        return new AggregateTestFixture<>(Notification.class)
                .registerInjectableResource(sites())
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
    }

    static RequestNotification request(MessageTemplate template, Map<String, String> variables, Instant expiresAt) {
        return new RequestNotification(
                "n1", "main", "p1", "v1", "a1", "because", template, variables, expiresAt, POLICY);
    }

    static NotificationRequested requested(
            MessageTemplate template, Map<String, String> variables, Instant notBefore, Instant expiresAt, Instant at) {
        return new NotificationRequested(
                "n1",
                "main",
                "p1",
                "v1",
                "a1",
                "because",
                template.kind(),
                template.toString(),
                1,
                variables,
                notBefore,
                expiresAt,
                POLICY,
                at);
    }

    static NotificationRequested requested() {
        return requested(MessageTemplate.PLEASE_COME, TICKET, null, null, NOON);
    }

    static DispatchNotification dispatch(MessageChannel channel) {
        return new DispatchNotification("n1", channel, "p1", PHONE, "es");
    }

    static NotificationDispatched dispatched(int attempt, MessageChannel channel, Instant at) {
        return new NotificationDispatched(
                "n1",
                "v1",
                "p1",
                attempt,
                channel,
                PHONE,
                "es",
                "please-come",
                1,
                TICKET,
                at.plus(POLICY.receiptWithin().get(channel)),
                at);
    }

    static RecordDelivery says(int attempt, DeliveryStatus status) {
        return new RecordDelivery("n1", attempt, status, "SM1", status == DeliveryStatus.FAILED ? "30007" : null);
    }

    static NotificationSent sent(int attempt, MessageChannel channel) {
        return new NotificationSent("n1", "v1", attempt, channel, "SM1", NOON);
    }

    static NotificationDelivered delivered(int attempt, MessageChannel channel) {
        return new NotificationDelivered("n1", "v1", attempt, channel, "SM1", NOON);
    }

    static NotificationUndelivered undelivered(
            int attempt, MessageChannel channel, DeliveryStatus status, String providerId, String code) {
        return new NotificationUndelivered("n1", "v1", attempt, channel, status, providerId, code, NOON);
    }

    /** A message about today's visit that came to a state, by SMS where it went out. */
    static List<NotificationEvent> cameTo(NotificationState state) {
        NotificationDispatched out = dispatched(1, MessageChannel.SMS, NOON);
        NotificationUndelivered lost =
                undelivered(1, MessageChannel.SMS, DeliveryStatus.UNDELIVERED, null, "no-receipt");
        return switch (state) {
            case REQUESTED -> List.of(requested());
            case DISPATCHED -> List.of(requested(), out);
            case SENT -> List.of(requested(), out, sent(1, MessageChannel.SMS));
            case DELIVERED -> List.of(requested(), out, delivered(1, MessageChannel.SMS));
            case UNDELIVERED -> List.of(requested(), out, lost);
            case FAILED -> List.of(requested(), out, lost, new NotificationFailed("n1", "v1", "no-channel-left", NOON));
            case REFUSED -> List.of(requested(), new NotificationRefused("n1", "v1", "no-consent", NOON));
            case WITHDRAWN -> List.of(requested(), out, new NotificationWithdrawn("n1", "v1", "over", NOON));
        };
    }
}

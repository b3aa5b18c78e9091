package carequeue.adapter.push.apns;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.push.Device;
import carequeue.adapter.push.Push;
import carequeue.adapter.push.PushService;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.FromSecret;
import carequeue.api.notification.DeliveryStatus;
import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.auth.ApnsSigningKey;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;

/** Push messages to iOS by Apple's push service, with a signed token. */
public final class Apns implements PushService, DisposableBean {

    private static final Set<String> GONE_REASONS =
            Set.of("BadDeviceToken", "Unregistered", "DeviceTokenNotForTopic", "ExpiredToken");
    private static final Set<String> PASSING =
            Set.of("TooManyRequests", "InternalServerError", "ServiceUnavailable", "Shutdown", "IdleTimeout");

    private final ApnsSettings settings;
    private final Guard guard;
    private final FromSecret<ApnsClient> clients;

    public Apns(ApnsSettings settings, Guards guards, ApnsClientBuilder builder) {
        this.settings = settings;
        this.guard = guards.of(PUSH);
        this.clients = new FromSecret<>(key -> client(settings, key, builder), ApnsClient::close);
    }

    private static ApnsClient client(ApnsSettings settings, String key, ApnsClientBuilder builder) {
        try {
            var pem = new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8));
            return builder.setApnsServer(settings.host(), settings.port())
                    .setSigningKey(ApnsSigningKey.loadFromInputStream(pem, settings.teamId(), settings.keyId()))
                    .build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("carequeue.apns.key is no PKCS#8 key of an elliptic curve", e);
        }
    }

    @Override
    public String kind() {
        return "apns";
    }

    @Override
    public boolean ready() {
        return settings.ready();
    }

    @Override
    public Sent send(Device device, Push push, Call call) {
        return guard.call(() -> {
            call.begins();
            return read(answer(message(device, push)), push, call);
        });
    }

    private SimpleApnsPushNotification message(Device device, Push push) {
        Map<String, Object> payload = Map.of(
                "aps",
                Map.of("alert", Map.of("title", push.title(), "body", push.body()), "sound", "default"),
                "carequeue",
                push.data());
        return new SimpleApnsPushNotification(
                device.token(),
                settings.topic(),
                Push.json(payload),
                push.until(),
                DeliveryPriority.IMMEDIATE,
                PushType.ALERT,
                push.name().toString(),
                push.name());
    }

    private PushNotificationResponse<SimpleApnsPushNotification> answer(SimpleApnsPushNotification message) {
        try {
            return clients.of(settings.key().value()).sendNotification(message).get(6, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new OutsideFailure.Unavailable(PUSH, "did not say whether it took the message");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure.Unavailable(PUSH, "was interrupted");
        }
    }

    private static Sent read(PushNotificationResponse<SimpleApnsPushNotification> answer, Push push, Call call) {
        if (answer.isAccepted()) {
            return Sent.taken(push.name().toString(), DeliveryStatus.SENT);
        }
        String reason = answer.getRejectionReason().orElse("refused");
        if (GONE_REASONS.contains(reason)) {
            return Sent.refused(GONE, false);
        } else if (PASSING.contains(reason)) {
            call.notTaken();
            throw new OutsideFailure.Unavailable(PUSH, "answered " + reason);
        }
        return Sent.refused(reason, false);
    }

    @Override
    public void destroy() {
        clients.close();
    }
}

package carequeue.adapter.push.web;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.push.Device;
import carequeue.adapter.push.Posting;
import carequeue.adapter.push.Push;
import carequeue.adapter.push.PushService;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.secrets.FromSecret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Push messages to browsers: encrypted so that only the browser reads them, given to whichever push service it uses. */
@Component
public class WebPush implements PushService {

    private final WebPushSettings settings;
    private final FromSecret<Vapid> vapid;
    private final Posting posting;
    private final Clock clock;

    public WebPush(WebPushSettings settings, Guards guards, Clock clock) {
        this.settings = settings;
        this.vapid = new FromSecret<>(key -> new Vapid(settings, key));
        this.posting = new Posting(guards.of(PUSH));
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "web";
    }

    @Override
    public boolean ready() {
        return settings.ready();
    }

    @Override
    public Sent send(Device device, Push push, Call call) {
        try {
            URI endpoint = URI.create(device.endpoint());
            if (!PublicOnly.allows(endpoint, settings.sandbox())) {
                return Sent.refused("endpoint-not-allowed", false);
            }
            byte[] body = ForBrowser.encrypted(device, push.json().getBytes(StandardCharsets.UTF_8));
            return posting.send(
                    () -> request(endpoint, body, push),
                    push.name().toString(),
                    call,
                    answer -> answer.statusCode() == 404 || answer.statusCode() == 410);
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return Sent.refused("invalid-device", false);
        }
    }

    private HttpRequest request(URI endpoint, byte[] body, Push push) {
        Duration left = Duration.between(clock.instant(), push.until());
        return HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(6))
                .header(
                        "Authorization",
                        vapid.of(settings.privateKey().value()).authorization(endpoint, clock.instant()))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", Long.toString(Math.max(0, left.toSeconds())))
                .header("Urgency", "high")
                .header("Topic", push.name().toString().replace("-", ""))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}

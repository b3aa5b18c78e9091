package carequeue.adapter.push.fcm;

import carequeue.adapter.message.Call;
import carequeue.adapter.message.Sent;
import carequeue.adapter.push.Device;
import carequeue.adapter.push.Posting;
import carequeue.adapter.push.Push;
import carequeue.adapter.push.PushService;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.FromSecret;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Push messages to Android by Firebase Cloud Messaging, HTTP v1. */
@Component
public class Fcm implements PushService {

    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";

    private final FcmSettings settings;
    private final Posting posting;
    private final Clock clock;
    private final FromSecret<GoogleCredentials> credentials = new FromSecret<>(Fcm::credentials);

    public Fcm(FcmSettings settings, Guards guards, Clock clock) {
        this.settings = settings;
        this.posting = new Posting(guards.of(PUSH));
        this.clock = clock;
    }

    private static GoogleCredentials credentials(String account) {
        try {
            byte[] json = account.getBytes(StandardCharsets.UTF_8);
            return GoogleCredentials.fromStream(new ByteArrayInputStream(json)).createScoped(SCOPE);
        } catch (IOException e) {
            throw new IllegalArgumentException("carequeue.fcm.service-account is no service account's key", e);
        }
    }

    @Override
    public String kind() {
        return "fcm";
    }

    @Override
    public boolean ready() {
        return settings.ready();
    }

    @Override
    public Sent send(Device device, Push push, Call call) {
        return posting.send(() -> request(message(device, push)), push.name().toString(), call, Fcm::isGone);
    }

    // Another project's token is as good as none.
    private static boolean isGone(HttpResponse<String> answer) {
        return answer.statusCode() == 404
                || answer.body().contains("\"UNREGISTERED\"")
                || answer.body().contains("\"SENDER_ID_MISMATCH\"");
    }

    /** Has a message checked that goes to nobody; only that tells whether our key and project are taken. */
    void dryRun() {
        HttpResponse<String> answer = posting.ask(request(Push.json(Map.of(
                "validate_only",
                true,
                "message",
                Map.of("topic", "nobody", "notification", Map.of("title", "nothing"))))));
        if (answer.statusCode() == 401 || answer.statusCode() == 403 || answer.statusCode() == 404) {
            throw new OutsideFailure.Rejected(PUSH, "does not take our key, or does not know our project");
        } else if (answer.statusCode() >= 400) {
            throw new OutsideFailure.Unavailable(PUSH, "answered " + answer.statusCode());
        }
    }

    private HttpRequest request(String message) {
        return HttpRequest.newBuilder(
                        URI.create(settings.url() + "/v1/projects/" + settings.project() + "/messages:send"))
                .timeout(Duration.ofSeconds(6))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
    }

    private String message(Device device, Push push) {
        long left = Math.max(0, Duration.between(clock.instant(), push.until()).toSeconds());
        return Push.json(Map.of(
                "message",
                Map.of(
                        "token", device.token(),
                        "notification", Map.of("title", push.title(), "body", push.body()),
                        "data", push.data(),
                        "android",
                                Map.of(
                                        "priority",
                                        "HIGH",
                                        "ttl",
                                        left + "s",
                                        "collapse_key",
                                        push.name().toString(),
                                        "notification",
                                        Map.of("tag", push.name().toString())))));
    }

    private String token() {
        try {
            GoogleCredentials ours = credentials.of(settings.serviceAccount().value());
            ours.refreshIfExpired();
            return ours.getAccessToken().getTokenValue();
        } catch (IOException e) {
            throw new OutsideFailure.Unavailable(PUSH, "gives us no token");
        }
    }
}

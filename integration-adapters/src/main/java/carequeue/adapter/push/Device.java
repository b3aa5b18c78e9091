package carequeue.adapter.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * A device as it was registered.
 *
 * @param kind {@code web}, {@code fcm} or {@code apns}
 * @param endpoint a browser's address at its push service
 * @param p256dh a browser's public key, base64url
 * @param auth a browser's secret, base64url
 * @param token a telephone's name at its vendor
 */
public record Device(String kind, String endpoint, String p256dh, String auth, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads what the clinic holds; empty when it makes no sense. */
    static Optional<Device> read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            String kind = node.path("kind").asText("");
            Device device = new Device(
                    kind,
                    node.path("endpoint").asText(null),
                    node.path("p256dh").asText(null),
                    node.path("auth").asText(null),
                    node.path("token").asText(null));
            boolean whole = kind.equals("web")
                    ? device.endpoint != null && device.p256dh != null && device.auth != null
                    : device.token != null;
            return whole ? Optional.of(device) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Nothing by which anybody could write to it. */
    @Override
    public String toString() {
        return kind;
    }
}

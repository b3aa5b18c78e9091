package carequeue.adapter.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that an outside system told us, as it was stored before anybody looked into it.
 *
 * @param service who told it, such as {@code pms}
 * @param id the identifier under which that system would repeat it
 * @param type what it is about, such as {@code appointment.cancelled}
 * @param receivedAt by the database's clock
 * @param body as it came, byte by byte
 * @param headers those that the door wanted to keep
 */
public record Envelope(
        String service, String id, String type, Instant receivedAt, byte[] body, Map<String, String> headers) {

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Nothing of the body, which may be personal. */
    @Override
    public String toString() {
        return service + " " + type + " " + id;
    }
}

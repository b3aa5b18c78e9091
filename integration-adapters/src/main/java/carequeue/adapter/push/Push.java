package carequeue.adapter.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A push message.
 *
 * @param name our own name of the attempt: a message of the same name takes the place of the one before
 * @param url the patient's own page, or null
 * @param ack where the device says that it has shown it
 * @param until from when on it is of no use
 */
public record Push(UUID name, String title, String body, String url, String ack, Instant until) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What goes with it to the device. */
    public Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("tag", name.toString());
        data.put("ack", ack);
        if (url != null) {
            data.put("url", url);
        }
        return data;
    }

    /** All of it as JSON. */
    public String json() {
        Map<String, String> all = new LinkedHashMap<>(Map.of("title", title, "body", body));
        all.putAll(data());
        return json(all);
    }

    /** Any values as JSON. */
    public static String json(Object values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return name.toString();
    }
}

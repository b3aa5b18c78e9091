package carequeue.query.views;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A folded state kept whole in one column; the same state always gives the same bytes, so nothing in it may have an order of chance. */
public final class JsonCard {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonCard() {}

    public static byte[] write(Object state) {
        try {
            return JSON.writeValueAsBytes(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T read(byte[] card, Class<T> type) {
        try {
            return JSON.readValue(card, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

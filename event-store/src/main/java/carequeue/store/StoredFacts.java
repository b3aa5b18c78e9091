package carequeue.store;

import carequeue.api.Facts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/** The metadata of a row of history, with the time at which it was recorded; put together only for whoever asks. */
record StoredFacts(byte[] stored, Instant recordedAt) implements SerializedObject<byte[]> {

    private static final SerializedType TYPE = new SimpleSerializedType(MetaData.class.getName(), null);

    @Override
    public Class<byte[]> getContentType() {
        return byte[].class;
    }

    @Override
    public SerializedType getType() {
        return TYPE;
    }

    @Override
    public byte[] getData() {
        String json = new String(stored, StandardCharsets.UTF_8).strip();
        String fact = "{\"" + Facts.RECORDED_AT + "\":\"" + recordedAt + "\"";
        String rest = json.substring(1).strip();
        return (fact + (rest.startsWith("}") ? "" : ",") + rest).getBytes(StandardCharsets.UTF_8);
    }
}

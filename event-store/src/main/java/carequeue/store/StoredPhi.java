package carequeue.store;

import carequeue.api.Phi;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Base64;

/**
 * The stored form of personal values: {@code p0.} and the base64url of the value's JSON, or {@code p!} once erased.
 *
 * <p>{@code p0} is not encrypted: a database with it is unfit for real people.
 */
final class StoredPhi extends SimpleModule {

    private static final String PLAIN = "p0.";
    private static final String ERASED = "p!";

    StoredPhi() {
        super("stored-phi");
        addSerializer(new Writer());
        addDeserializer(Phi.class, new Reader(null));
    }

    private static final class Writer extends StdSerializer<Phi<?>> {
        Writer() {
            super(Phi.class, false);
        }

        @Override
        public void serialize(Phi<?> phi, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(phi.known().isEmpty() ? ERASED : PLAIN + sealed(phi.get(), out.getCodec()));
        }

        private static String sealed(Object value, ObjectCodec codec) throws IOException {
            byte[] json = ((ObjectMapper) codec).writeValueAsBytes(value);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        }
    }

    private static final class Reader extends StdDeserializer<Phi<?>> implements ContextualDeserializer {
        private final JavaType valueType;

        Reader(JavaType valueType) {
            super(Phi.class);
            this.valueType = valueType;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(PhiTypes.valueType(context, property));
        }

        @Override
        public Phi<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getText();
            if (ERASED.equals(text)) {
                return new Phi.Erased<>();
            }
            if (text == null || !text.startsWith(PLAIN)) {
                return (Phi<?>) context.handleWeirdStringValue(Phi.class, "…", "not a stored personal value");
            }
            byte[] json = Base64.getUrlDecoder().decode(text.substring(PLAIN.length()));
            // The codec is a mapper, or, where an upcaster made a tree of the event, a reader.
            ObjectCodec codec = in.getCodec();
            return Phi.of(codec.readValue(codec.getFactory().createParser(json), valueType));
        }
    }
}

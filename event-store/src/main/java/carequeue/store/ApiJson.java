package carequeue.store;

import carequeue.api.Phi;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** The JSON that the doors speak: personal values as they are (null when erased), enums by their word, ISO times. */
public final class ApiJson extends SimpleModule {

    /** The module, to be registered with the web's mapper. */
    public ApiJson() {
        super("carequeue-api");
        addSerializer(new Writer());
        addDeserializer(Phi.class, new Reader(null));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        ObjectMapper mapper = context.getOwner();
        mapper.enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
        mapper.enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    private static final class Writer extends StdSerializer<Phi<?>> {
        Writer() {
            super(Phi.class, false);
        }

        @Override
        public void serialize(Phi<?> phi, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(phi.known().orElse(null), out);
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
            return Phi.of(context.readValue(in, valueType));
        }
    }
}

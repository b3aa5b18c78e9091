package carequeue.store;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** The stored form of personal values: sealed with the key of the patient whom the record around them names. */
final class StoredPhi extends SimpleModule {

    private static final String ERASED = "p!";

    private final transient Sealing sealing;

    StoredPhi(Sealing sealing) {
        super("stored-phi");
        this.sealing = sealing;
        addSerializer(new Writer(null));
        addDeserializer(Phi.class, new Reader(null, null));
        setDeserializerModifier(new OwnValues());
    }

    private final class Writer extends StdSerializer<Phi<?>> implements ContextualSerializer {
        private final String tag;

        Writer(String tag) {
            super(Phi.class, false);
            this.tag = tag;
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property) {
            return new Writer(PhiTypes.tag(property));
        }

        @Override
        public void serialize(Phi<?> phi, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (phi.known().isEmpty()) {
                out.writeString(ERASED);
                return;
            }
            String patientId = PhiSubjects.around(out.getOutputContext());
            if (patientId == null || tag == null) {
                throw JsonMappingException.from(
                        out, "a personal value needs a @PhiField tag, and a @PhiSubject in the record around it");
            }
            byte[] json = ((ObjectMapper) out.getCodec()).writeValueAsBytes(phi.get());
            out.writeString(sealing.seal(patientId, tag, json));
        }
    }

    private final class Reader extends StdDeserializer<Phi<?>> implements ContextualDeserializer {
        private final String tag;
        private final JavaType valueType;

        Reader(String tag, JavaType valueType) {
            super(Phi.class);
            this.tag = tag;
            this.valueType = valueType;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(PhiTypes.tag(property), PhiTypes.valueType(context, property));
        }

        @Override
        public Phi<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Sealing.Opened opened = opened(in.getText(), context);
            OwnValues.note(context, opened.patientId());
            if (opened.value().isEmpty()) {
                return new Phi.Erased<>();
            }
            // The codec is a mapper, or, where an upcaster made a tree of the event, a reader.
            ObjectCodec codec = in.getCodec();
            byte[] json = opened.value().get();
            return Phi.of(codec.readValue(codec.getFactory().createParser(json), valueType));
        }

        private Sealing.Opened opened(String text, DeserializationContext context) throws IOException {
            try {
                return sealing.open(tag, text);
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(context, e.getMessage());
            }
        }
    }
}

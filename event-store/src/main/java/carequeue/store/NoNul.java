package carequeue.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Refuses the character U+0000 in any text: PostgreSQL cannot hold it, and a projection would stumble over it later. */
final class NoNul extends SimpleModule {

    NoNul() {
        super("no-nul");
        addSerializer(String.class, new Text(false));
        addKeySerializer(String.class, new Text(true));
    }

    /** A text holds U+0000. */
    static final class Found extends RuntimeException {
        Found() {
            super("contains the character U+0000", null, false, false);
        }
    }

    private static final class Text extends StdSerializer<String> {
        private final boolean key;

        Text(boolean key) {
            super(String.class);
            this.key = key;
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (text.indexOf('\0') >= 0) {
                throw new Found();
            }
            if (key) {
                out.writeFieldName(text);
            } else {
                out.writeString(text);
            }
        }
    }
}

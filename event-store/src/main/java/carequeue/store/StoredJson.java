package carequeue.store;

import carequeue.api.Sealing;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;

/** The JSON in which history is kept: by fields, ISO times, enums by their word, personal values sealed. */
public final class StoredJson {

    /** Seals and opens nothing. */
    static final Sealing NO_KEYS = new Sealing(
            (patientId, tag, value) -> {
                throw new IllegalStateException("here is no key for personal values");
            },
            (patientId, tag, value) -> {
                throw new IllegalStateException("here is no key for personal values");
            },
            (tag, text) -> {
                throw new IllegalStateException("here is no key for personal values");
            },
            parts -> {
                throw new IllegalStateException("here is no key for personal values");
            });

    private StoredJson() {}

    /** The mapper of the running system; it passes over fields that it does not know. */
    public static JsonMapper tolerant(Sealing sealing) {
        return builder(sealing)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** The mapper of the contract test; it refuses fields that it does not know. */
    public static JsonMapper strict(Sealing sealing) {
        return builder(sealing)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** A mapper without keys, for what holds nothing personal. */
    public static JsonMapper strict() {
        return strict(NO_KEYS);
    }

    // Built from nothing: a web setting must never change what is stored.
    private static JsonMapper.Builder builder(Sealing sealing) {
        return JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module(), new StoredPhi(sealing), new NoNul())
                .addModule(new SimpleModule().addDeserializer(Instant.class, new QuickInstants()))
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }
}

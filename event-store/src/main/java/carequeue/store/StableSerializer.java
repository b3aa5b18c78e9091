package carequeue.store;

import carequeue.api.Refused;
import carequeue.api.Sealing;
import carequeue.store.phi.KeysUnavailable;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/** Axon's JSON serializer with stable names for events; other classes (sagas, tokens, results) keep their class name. */
public final class StableSerializer extends JacksonSerializer {

    private final StableNames names;
    private final Map<String, Class<?>> others = new ConcurrentHashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    /** A serializer on the stored form of JSON, without keys: it refuses personal values. */
    public StableSerializer(StableNames names) {
        this(names, StoredJson.NO_KEYS);
    }

    /** A serializer on the stored form of JSON. */
    public StableSerializer(StableNames names, Sealing sealing) {
        this(names, StoredJson.tolerant(sealing));
    }

    /** A serializer on a mapper of {@link StoredJson}. */
    public StableSerializer(StableNames names, ObjectMapper mapper) {
        super(JacksonSerializer.builder().objectMapper(mapper));
        this.names = names;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        try {
            return super.serialize(object, representation);
        } catch (SerializationException e) {
            throw refusedOr(e);
        }
    }

    @Override
    public <S, T> T deserialize(SerializedObject<S> stored) {
        try {
            return super.deserialize(stored);
        } catch (SerializationException e) {
            throw refusedOr(e);
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public SerializedType typeForClass(Class type) {
        if (type == null) {
            return super.typeForClass(null);
        }
        return names.nameOf((Class<?>) type)
                .<SerializedType>map(n -> new SimpleSerializedType(n.value(), Integer.toString(n.revision())))
                .orElseGet(() -> super.typeForClass(type));
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return names.classOf(type.getName()).map(Class::getName).orElseGet(type::getName);
    }

    /**
     * The class of a stored type.
     *
     * @throws Unreadable when a newer version wrote it, or an upcaster is missing
     */
    @Override
    @SuppressWarnings("rawtypes") // as Axon has it
    public Class classForType(SerializedType type) {
        Class<?> event = names.classOf(type.getName()).orElse(null);
        if (event != null) {
            int known = names.nameOf(event).orElseThrow().revision();
            if (!Integer.toString(known).equals(type.getRevision())) {
                throw Unreadable.revision(type, known);
            }
            return event;
        }
        // Asked for every event, since its metadata is of a class too; looking that up each time was a sixth of a
        // replay.
        return type.getRevision() == null
                ? others.computeIfAbsent(type.getName(), name -> otherClass(type))
                : otherClass(type);
    }

    private Class<?> otherClass(SerializedType type) {
        Class<?> found = super.classForType(type);
        if (UnknownSerializedType.class.equals(found)) {
            throw Unreadable.name(type);
        }
        return found;
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    private static RuntimeException refusedOr(SerializationException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof KeysUnavailable unavailable) {
                return unavailable;
            }
            if (t instanceof JsonMappingException mapping && mapping.getCause() instanceof NoNul.Found found) {
                return new Refused.BadField(pointer(mapping), found.getMessage());
            }
        }
        return e;
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() != null ? "/" + r.getFieldName() : "/" + r.getIndex())
                .collect(Collectors.joining());
    }
}

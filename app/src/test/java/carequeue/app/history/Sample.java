package carequeue.app.history;

import carequeue.api.Phi;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a record with every field filled, always the same way. */
final class Sample {

    private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(
            Map.entry(int.class, 3),
            Map.entry(Integer.class, 3),
            Map.entry(long.class, 42L),
            Map.entry(Long.class, 42L),
            Map.entry(double.class, 1.5),
            Map.entry(Double.class, 1.5),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(Duration.class, Duration.ofMinutes(15)),
            Map.entry(Instant.class, Instant.parse("2026-03-04T15:16:17.181920Z")),
            Map.entry(LocalDate.class, LocalDate.parse("1984-05-06")),
            Map.entry(ZoneId.class, ZoneId.of("America/New_York")),
            Map.entry(LocalTime.class, LocalTime.parse("07:08")));

    private Sample() {}

    static Object of(Type type, String name) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType of) {
            return wrapped((Class<?>) of.getRawType(), of, name);
        }
        Class<?> plain = (Class<?>) type;
        if (SIMPLE.containsKey(plain)) {
            return SIMPLE.get(plain);
        } else if (plain == String.class) {
            return name + "-1";
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        } else if (plain.isRecord()) {
            return record(plain);
        } else if (plain.isSealed()) {
            return of(plain.getPermittedSubclasses()[0], name);
        }
        throw new IllegalStateException("ContractTest cannot make a sample of " + type.getTypeName() + " yet");
    }

    private static Object wrapped(Class<?> raw, ParameterizedType type, String name)
            throws ReflectiveOperationException {
        Type[] of = type.getActualTypeArguments();
        if (raw == Phi.class) {
            return Phi.of(of(of[0], name));
        } else if (raw == List.class) {
            return List.of(of(of[0], name));
        } else if (raw == Set.class) {
            return Set.of(of(of[0], name));
        } else if (raw == Map.class) {
            return Map.of(of(of[0], "key"), of(of[1], name));
        }
        throw new IllegalStateException("ContractTest cannot make a sample of " + type + " yet");
    }

    private static Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] parts = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = of(parts[i].getGenericType(), parts[i].getName());
        }
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}

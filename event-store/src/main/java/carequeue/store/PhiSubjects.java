package carequeue.store;

import carequeue.api.PhiSubject;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.lang.reflect.Field;
import java.util.Optional;

/** Finds the patient whom a record names by its {@link PhiSubject}. */
final class PhiSubjects {

    private static final ClassValue<Optional<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> type) {
            return field(type);
        }
    };

    private PhiSubjects() {}

    /** The patient named by the nearest record around a place in the JSON; null when none is. */
    static String around(JsonStreamContext place) {
        for (JsonStreamContext at = place; at != null; at = at.getParent()) {
            String named = at.getCurrentValue() == null ? null : of(at.getCurrentValue());
            if (named != null) {
                return named;
            }
        }
        return null;
    }

    /** The patient whom a record names; null when it names none. */
    static String of(Object value) {
        Optional<Field> field = FIELDS.get(value.getClass());
        try {
            return field.isEmpty() ? null : (String) field.get().get(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("made accessible before", e);
        }
    }

    static boolean namedBy(Class<?> type) {
        return FIELDS.get(type).isPresent();
    }

    private static Optional<Field> field(Class<?> type) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.isAnnotationPresent(PhiSubject.class)) {
                    field.setAccessible(true);
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }
}

package carequeue.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Refuses a record in which somebody has put the sealed values of another patient. */
final class OwnValues extends BeanDeserializerModifier {

    private static final String PATIENTS = "carequeue.patients-of-values";

    /** Notes whose value was just read. */
    static void note(DeserializationContext context, String patientId) {
        if (patientId != null && context.getAttribute(PATIENTS) instanceof Patients patients) {
            patients.ids().add(patientId);
        }
    }

    private record Patients(Set<String> ids) {}

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
        return PhiSubjects.namedBy(description.getBeanClass()) ? new Checking(deserializer) : deserializer;
    }

    private static final class Checking extends DelegatingDeserializer {
        Checking(JsonDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
            return new Checking(delegate);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Object around = context.getAttribute(PATIENTS);
            Patients inside = new Patients(new HashSet<>());
            context.setAttribute(PATIENTS, inside);
            Object value = super.deserialize(in, context);
            context.setAttribute(PATIENTS, around);
            String named = value == null ? null : PhiSubjects.of(value);
            if (named == null) {
                inside.ids().forEach(id -> note(context, id));
            } else if (!Set.of(named).containsAll(inside.ids())) {
                throw JsonMappingException.from(in, "a stored personal value belongs to another patient");
            }
            return value;
        }
    }
}

package carequeue.store;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;

/** Finds the tag of a {@link Phi} field, and the type of the value inside. */
final class PhiTypes {

    private PhiTypes() {}

    /** The tag under which a field is sealed; null when it has none. */
    static String tag(BeanProperty property) {
        PhiField field = property == null ? null : property.getAnnotation(PhiField.class);
        return field == null ? null : field.value();
    }

    static JavaType valueType(DeserializationContext context, BeanProperty property) {
        JavaType phi = context.getContextualType();
        if ((phi == null || !phi.hasRawClass(Phi.class)) && property != null) {
            phi = property.getType();
        }
        JavaType value = phi == null ? null : phi.containedType(0);
        return value == null ? context.constructType(Object.class) : value;
    }
}

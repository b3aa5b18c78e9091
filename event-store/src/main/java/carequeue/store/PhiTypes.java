package carequeue.store;

import carequeue.api.Phi;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;

/** Finds the type of the value inside a {@link Phi} that is being read. */
final class PhiTypes {

    private PhiTypes() {}

    static JavaType valueType(DeserializationContext context, BeanProperty property) {
        JavaType phi = context.getContextualType();
        if ((phi == null || !phi.hasRawClass(Phi.class)) && property != null) {
            phi = property.getType();
        }
        JavaType value = phi == null ? null : phi.containedType(0);
        return value == null ? context.constructType(Object.class) : value;
    }
}

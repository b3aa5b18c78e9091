package carequeue.app.phi;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.spring.stereotype.Aggregate;
import org.axonframework.spring.stereotype.Saga;
import org.junit.jupiter.api.Test;

/** Whatever an aggregate or a saga holds that is personal can be sealed: it has a tag, and a patient is named around it. */
class PatientBehindEveryValueTest {

    @Test
    void ofAggregatesAndSagas() {
        List<String> wrong = new ArrayList<>();
        int personal = 0;
        for (JavaClass found : new ClassFileImporter().importPackages("carequeue.command")) {
            if (found.isAnnotatedWith(Aggregate.class) || found.isAnnotatedWith(Saga.class)) {
                Walk walk = new Walk(wrong);
                walk.into(found.reflect(), false);
                personal += walk.seen;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(personal).as("personal values held").isPositive();
    }

    private static final class Walk {
        private final List<String> wrong;
        private final Set<String> been = new HashSet<>();
        private int seen;

        Walk(List<String> wrong) {
            this.wrong = wrong;
        }

        void into(Type type, boolean named) {
            if (type instanceof ParameterizedType of) {
                Arrays.stream(of.getActualTypeArguments()).forEach(t -> into(t, named));
            } else if (type instanceof Class<?> c && c.getName().startsWith("carequeue.") && been.add(c + "" + named)) {
                List<Field> fields = fields(c);
                boolean here = named || fields.stream().anyMatch(f -> f.isAnnotationPresent(PhiSubject.class));
                fields.forEach(field -> field(field, here));
                if (c.isSealed()) {
                    Arrays.stream(c.getPermittedSubclasses()).forEach(sub -> into(sub, named));
                }
            }
        }

        private void field(Field field, boolean named) {
            if (!field.getGenericType().getTypeName().contains(Phi.class.getName())) {
                into(field.getGenericType(), named);
                return;
            }
            seen++;
            if (!named || !field.isAnnotationPresent(PhiField.class)) {
                wrong.add(field.toString());
            }
        }

        private static List<Field> fields(Class<?> type) {
            List<Field> all = new ArrayList<>();
            for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
                Arrays.stream(at.getDeclaredFields())
                        .filter(f -> !Modifier.isStatic(f.getModifiers()) && !Modifier.isTransient(f.getModifiers()))
                        .forEach(all::add);
            }
            return all;
        }
    }
}

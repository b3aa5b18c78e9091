package carequeue.command.journey;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** The processes as their code has them: what each hears, and where it can end. */
final class Processes {

    private final JavaClasses code = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("carequeue.command.journey");

    /**
     * An event that a process hears.
     *
     * @param mayEnd whether the code that handles it can end the process
     */
    record Heard(Class<?> process, Class<?> event, boolean starts, boolean mayEnd) {}

    List<Class<?>> all() {
        return code.stream()
                .filter(type -> type.isAnnotatedWith(Saga.class))
                .<Class<?>>map(type -> type.reflect())
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    static boolean startsWith(Class<?> process, Class<?> event) {
        return handlers(process)
                .anyMatch(method -> method.isAnnotationPresent(StartSaga.class)
                        && method.getParameterTypes()[0].isAssignableFrom(event));
    }

    private static Stream<Method> handlers(Class<?> process) {
        return Stream.<Class<?>>iterate(process, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(SagaEventHandler.class) && !method.isBridge());
    }

    List<Heard> heardBy(Class<?> process) {
        return handlers(process)
                .map(method -> new Heard(
                        process,
                        method.getParameterTypes()[0],
                        method.isAnnotationPresent(StartSaga.class),
                        mayEnd(code.get(method.getDeclaringClass())
                                .getMethod(method.getName(), method.getParameterTypes()))))
                .sorted(Comparator.comparing(heard -> heard.event().getSimpleName()))
                .toList();
    }

    private boolean mayEnd(JavaMethod handler) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(handler));
        Deque<JavaCodeUnit> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (var call : next.pop().getCallsFromSelf()) {
                if (call.getTargetOwner().isEquivalentTo(SagaLifecycle.class)
                        && call.getName().equals("end")) {
                    return true;
                }
                call.getTarget().resolveMember().filter(seen::add).ifPresent(next::push);
            }
        }
        return false;
    }
}

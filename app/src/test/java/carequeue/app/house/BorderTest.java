package carequeue.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.OutsideFailure;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing leaves past the filter: whatever an effect does goes through a rule of what its purpose lets out. */
class BorderTest {

    private static final JavaClasses ADAPTERS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("carequeue.adapter");

    private static List<JavaClass> effects(JavaClasses classes) {
        return classes.stream()
                .filter(one -> one.isAssignableTo(Effect.class))
                .filter(one -> !one.getModifiers().contains(JavaModifier.ABSTRACT) && !one.isInterface())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyEffectAsksTheFilter() {
        List<JavaClass> effects = effects(ADAPTERS);
        assertThat(effects).hasSizeGreaterThan(10);
        return effects.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getSimpleName(),
                        () -> assertThat(keeps(one))
                                .as("%s calls the filter", one.getName())
                                .isTrue()));
    }

    @Test
    void anEffectThatSendsWithoutTheFilterIsFound() {
        JavaClass wrong = new ClassFileImporter()
                .importClasses(Past.class, Effect.class, Guard.class)
                .get(Past.class);
        assertThat(keeps(wrong)).isFalse();
    }

    /** Sends without asking. */
    record Past(Guard guard) implements Effect {
        @Override
        public String name() {
            return "past";
        }

        @Override
        public String service() {
            return "past";
        }

        @Override
        public void carryOut(Attempt attempt, List<Answer> answers) {
            guard.call(() -> "sent");
        }

        @Override
        public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
            return List.of();
        }
    }

    private static boolean keeps(JavaClass effect) {
        return !reaches(effect, Guard.class) || reaches(effect, Filter.class);
    }

    /** Whether carrying the effect out can come to a method of the class. */
    private static boolean reaches(JavaClass effect, Class<?> there) {
        Set<JavaMethod> seen = new HashSet<>();
        Deque<JavaMethod> open = new ArrayDeque<>(effect.getAllMethods().stream()
                .filter(method -> method.getName().equals("carryOut"))
                .toList());
        while (!open.isEmpty()) {
            JavaMethod method = open.pop();
            if (method.getOwner().isEquivalentTo(there)) {
                return true;
            }
            if (seen.add(method)) {
                called(method, effect).forEach(open::push);
            }
        }
        return false;
    }

    /** What a method calls, refers to, or passes on to whoever implements it. */
    private static Stream<JavaMethod> called(JavaMethod method, JavaClass effect) {
        Stream<JavaMethod> calls = Stream.concat(
                        method.getMethodCallsFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember()),
                        method.getMethodReferencesFromSelf().stream()
                                .map(it -> it.getTarget().resolveMember()))
                .flatMap(found -> found.stream().filter(JavaMethod.class::isInstance))
                .filter(found -> found.getOwner().getPackageName().startsWith("carequeue.adapter"));
        // Another effect's way of doing it says nothing of this one's.
        return calls.flatMap(found -> Stream.concat(
                Stream.of(found),
                implementing(found)
                        .filter(one -> !one.getOwner().isAssignableTo(Effect.class)
                                || effect.isAssignableTo(one.getOwner().getName()))));
    }

    private static Stream<JavaMethod> implementing(JavaMethod method) {
        return method.getOwner().getAllSubclasses().stream()
                .map(sub -> sub.tryGetMethod(
                        method.getName(),
                        method.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toArray(String[]::new)))
                .flatMap(found -> found.stream());
    }
}

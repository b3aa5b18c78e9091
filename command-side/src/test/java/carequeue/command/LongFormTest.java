package carequeue.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** Every machine's random histories can be made ten times as many by {@code -Dcarequeue.long=true}: none says its own number. */
class LongFormTest {

    @Test
    void noPropertySaysItsOwnNumberOfHistories() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(Model|Laws)Test")));
        Set<?> found = scanner.findCandidateComponents("carequeue.command");
        List<Method> properties = new ArrayList<>();
        for (var one : scanner.findCandidateComponents("carequeue.command")) {
            for (Method method : Class.forName(one.getBeanClassName()).getDeclaredMethods()) {
                if (method.isAnnotationPresent(Property.class)) {
                    properties.add(method);
                }
            }
        }
        assertThat(properties)
                .hasSizeGreaterThanOrEqualTo(found.size())
                .hasSizeGreaterThan(4)
                .allSatisfy(property -> assertThat(
                                property.getAnnotation(Property.class).tries())
                        .as("%s: tries", property)
                        .isEqualTo(Property.TRIES_NOT_SET));
    }
}

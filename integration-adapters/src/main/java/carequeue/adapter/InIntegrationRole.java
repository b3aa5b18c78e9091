package carequeue.adapter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Marks what runs only on nodes that talk to the outside ({@code carequeue.roles} holds {@code integration}). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Conditional(InIntegrationRole.Role.class)
public @interface InIntegrationRole {

    /** Reads the roles of this node; without the setting it has all. */
    final class Role implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String roles = context.getEnvironment().getProperty("carequeue.roles", "integration");
            return Arrays.stream(roles.split(",")).map(String::strip).anyMatch("integration"::equals);
        }
    }
}

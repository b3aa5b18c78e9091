package carequeue.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stable name and revision under which an event is kept in history, such as {@code queue.entry-called}, 1. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

    /** The name, {@code aggregate.what-happened}; once released it never changes. */
    String value();

    /** The revision of the event's shape, counted from 1. */
    int revision() default 1;
}

package carequeue.query.views;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What a rebuild works with.
 *
 * @param history settled history after a place; what a view does not hear is left out
 */
@Component
record RebuildParts(
        BiFunction<Long, Predicate<Class<?>>, Stream<TrackedEventMessage<?>>> history,
        TableRows rows,
        Generations generations,
        RebuildRows rebuilds,
        Letters letters,
        Folds folds,
        PlatformTransactionManager transactions) {}

package carequeue.app;

import java.util.stream.Stream;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/** The sides of the house, each by its one configuration class. */
final class Sides implements ImportSelector {

    @Override
    public String[] selectImports(AnnotationMetadata metadata) {
        return Stream.of(
                        "carequeue.store.StoreConfiguration",
                        "carequeue.command.CommandSide",
                        "carequeue.query.QuerySide",
                        "carequeue.adapter.IntegrationSide")
                .filter(side -> ClassUtils.isPresent(side, null))
                .toArray(String[]::new);
    }
}

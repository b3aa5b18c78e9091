package carequeue.app.journey;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Closes the running clinic when the last test is over, before the process takes its database away. */
final class ClosedBeforeItsDatabase implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        ConfigurableApplicationContext clinic =
                (ConfigurableApplicationContext) SpringExtension.getApplicationContext(test);
        test.getRoot().getStore(Namespace.create(ClosedBeforeItsDatabase.class)).getOrComputeIfAbsent(clinic, key ->
                (CloseableResource) clinic::close);
    }
}

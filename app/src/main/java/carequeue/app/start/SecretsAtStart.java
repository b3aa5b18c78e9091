package carequeue.app.start;

import carequeue.adapter.secrets.Secrets;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Reads every secret once before the doors open; what belongs to another environment stops the start, a store that is away does not. */
final class SecretsAtStart implements SmartInitializingSingleton {

    private final Secrets secrets;

    SecretsAtStart(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public void afterSingletonsInstantiated() {
        secrets.readAll();
        List<String> refusals = secrets.refusals();
        if (!refusals.isEmpty()) {
            throw new CannotStart("These settings have secrets that may not be used here: "
                    + String.join("; ", refusals) + ". Give each environment its own.");
        }
    }
}

package carequeue.adapter.secrets;

import carequeue.adapter.InIntegrationRole;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.Probed;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the store of secrets does: away is less than well, since the last values stand in. */
@Component
@InIntegrationRole
class SecretHealth implements Probed {

    private final SecretAges ages;
    private final Guard guard;

    SecretHealth(SecretAges ages, Guards guards) {
        this.ages = ages;
        this.guard = guards.of(SecretStore.SECRETS);
    }

    @Override
    public String service() {
        return SecretStore.SECRETS;
    }

    /** What the clock found: the store itself is asked no more often than it has to be. */
    @Override
    public void probe() {
        if (!ages.unread().isEmpty()) {
            throw new OutsideFailure.Unavailable(SecretStore.SECRETS, "cannot be read");
        }
    }

    @Override
    public Optional<String> lessThanWell() {
        return ages.reason();
    }

    @Override
    public Guard guard() {
        return guard;
    }
}

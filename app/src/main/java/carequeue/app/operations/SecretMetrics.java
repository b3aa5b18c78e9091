package carequeue.app.operations;

import carequeue.adapter.secrets.SecretAges;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How old the secrets are and how many cannot be read: {@code carequeue_secrets_…}. */
final class SecretMetrics implements MeterBinder {

    private final SecretAges ages;

    SecretMetrics(SecretAges ages) {
        this.ages = ages;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("carequeue.secrets.overdue", ages, it -> it.overdue().size())
                .register(registry);
        Gauge.builder("carequeue.secrets.unread", ages, it -> it.unread().size())
                .register(registry);
        Gauge.builder("carequeue.secrets.oldest.days", ages, SecretAges::oldestDays)
                .register(registry);
    }
}

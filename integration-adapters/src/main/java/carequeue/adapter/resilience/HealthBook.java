package carequeue.adapter.resilience;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What this node notices of each outside service while it calls it; says aloud when one that had failed is back. */
@Component
public class HealthBook {

    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final Map<String, ServicePulse> pulses = new ConcurrentHashMap<>();

    public HealthBook(ApplicationEventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Notes one call: how long it took, and why the service did not answer, or null where it did. */
    void note(String service, long millis, String failure) {
        if (pulse(service).note(clock.instant(), millis, failure)) {
            publisher.publishEvent(new ServiceReturned(service));
        }
    }

    /** The services that were called on this node. */
    Set<String> services() {
        return Set.copyOf(pulses.keySet());
    }

    /** How a service does on this node. */
    ServicePulse pulse(String service) {
        return pulses.computeIfAbsent(service, s -> new ServicePulse());
    }
}

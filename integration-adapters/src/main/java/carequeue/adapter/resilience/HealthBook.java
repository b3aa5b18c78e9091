package carequeue.adapter.resilience;

import java.time.Clock;
import java.util.Map;
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

    /** Notes one call: how long it took and whether the service answered at all. */
    void note(String service, long millis, boolean answered) {
        if (pulse(service).note(clock.instant(), millis, answered)) {
            publisher.publishEvent(new ServiceReturned(service));
        }
    }

    /** How a service does on this node. */
    ServicePulse pulse(String service) {
        return pulses.computeIfAbsent(service, s -> new ServicePulse());
    }
}

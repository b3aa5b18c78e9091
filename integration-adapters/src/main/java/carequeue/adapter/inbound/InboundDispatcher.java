package carequeue.adapter.inbound;

import carequeue.adapter.outbox.Signal;
import carequeue.adapter.outbox.Workers;
import carequeue.adapter.resilience.ServiceReturned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands each stored envelope to its service, as soon as it is stored and whenever a worker is free. */
@Component
public class InboundDispatcher extends Workers<Inbox.Row> {

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

    private final Inbox inbox;
    private final Taking taking;
    private final InboundSettings settings;
    private final Signal signal;
    private final Clock clock;
    private Instant swept = Instant.MIN;

    public InboundDispatcher(
            Inbox inbox,
            Taking taking,
            InboundSettings settings,
            @Qualifier("inboundSignal") Signal signal,
            Clock clock) {
        super("inbound", settings.workers(), settings.poll(), signal);
        this.inbox = inbox;
        this.taking = taking;
        this.settings = settings;
        this.signal = signal;
        this.clock = clock;
    }

    @Override
    protected List<Inbox.Row> lease(int n) {
        if (clock.instant().isAfter(swept)) {
            inbox.dropBodies(settings.keepBody());
            swept = clock.instant().plus(SWEEP_EVERY);
        }
        return inbox.lease(n, settings.each(), settings.lease());
    }

    @Override
    protected void work(Inbox.Row row) {
        taking.take(row);
    }

    @Override
    protected String name(Inbox.Row row) {
        return "envelope " + row.id() + " of " + row.service();
    }

    /** Takes in at once what waited for a service that answers again. */
    @EventListener
    public void on(ServiceReturned returned) {
        inbox.wake(returned.service());
        signal.raise();
    }
}

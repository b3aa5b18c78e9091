package carequeue.adapter.outbox;

import java.util.List;
import org.springframework.stereotype.Component;

/** Leases what is due and hands it to the workers, as soon as it is planned and whenever a worker is free. */
@Component
public class Dispatcher extends Workers<Attempt.Row> {

    private final Ledger ledger;
    private final Carrier carrier;
    private final OutboxSettings settings;

    public Dispatcher(Ledger ledger, Carrier carrier, Signal signal, OutboxSettings settings) {
        super("effect", settings.workers(), settings.poll(), signal);
        this.ledger = ledger;
        this.carrier = carrier;
        this.settings = settings;
    }

    @Override
    protected List<Attempt.Row> lease(int n) {
        return ledger.lease(n, settings.each(), settings.lease());
    }

    @Override
    protected void work(Attempt.Row row) {
        carrier.carry(row);
    }

    @Override
    protected String name(Attempt.Row row) {
        return "effect " + row.id() + " of " + row.effect();
    }
}

package carequeue.adapter.pms;

import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.inbound.Inbound;
import carequeue.adapter.inbound.IntegrationHandlers;
import carequeue.adapter.outbox.Answer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands what the practice management system tells to whoever handles that kind of news. */
@Component
@WithPms
public class PmsInbound implements Inbound {

    private final IntegrationHandlers handlers;

    public PmsInbound(IntegrationHandlers handlers) {
        this.handlers = handlers;
    }

    @Override
    public String service() {
        return PmsService.PMS;
    }

    @Override
    public List<Answer> take(Envelope envelope) {
        return handlers.handle(envelope);
    }
}

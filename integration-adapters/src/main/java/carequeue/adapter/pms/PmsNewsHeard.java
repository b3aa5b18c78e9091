package carequeue.adapter.pms;

import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.inbound.IntegrationEvent;
import carequeue.adapter.inbound.IntegrationHandler;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.List;
import java.util.function.Function;

/**
 * What one kind of news of the practice management system means.
 *
 * @param eventType such as {@code appointment.cancelled}
 */
record PmsNewsHeard(String eventType, Function<IntegrationEvent, List<Answer>> meaning) implements IntegrationHandler {

    @Override
    public String service() {
        return PmsService.PMS;
    }

    @Override
    public List<Answer> handle(IntegrationEvent event, Envelope envelope) {
        try {
            return meaning.apply(event);
        } catch (NotAccepted why) {
            throw new OutsideFailure.Rejected(PmsService.PMS, "sent news that cannot be taken: " + why.rule());
        }
    }
}

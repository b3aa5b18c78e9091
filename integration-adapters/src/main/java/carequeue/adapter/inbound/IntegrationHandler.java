package carequeue.adapter.inbound;

import carequeue.adapter.outbox.Answer;
import java.util.List;

/** What one kind of news of one system means for the clinic. */
public interface IntegrationHandler {

    /** The system, such as {@code pms}. */
    String service();

    /** The kind of news, such as {@code appointment.cancelled}. */
    String eventType();

    /**
     * What the clinic is to be told.
     *
     * @throws carequeue.adapter.resilience.OutsideFailure as {@link Inbound#take} says
     */
    List<Answer> handle(IntegrationEvent event, Envelope envelope);
}

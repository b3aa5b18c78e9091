package carequeue.command.payment;

import carequeue.api.Actor;
import carequeue.api.Claims;
import carequeue.api.Refused;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.TillEvent;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** How a payment was asked, and whose till is open, asked of history itself and not of a view that may lag behind. */
@Component
class KnownPayments {

    private final QueryGateway queries;
    private final EventStore history;

    KnownPayments(QueryGateway queries, EventStore history) {
        this.queries = queries;
        this.history = history;
    }

    /** A payment as it was asked; one of a site that the actor may not enter does not exist. */
    PaymentRequested asked(String paymentId, Actor actor) {
        DomainEventStream stream = history.readEvents(paymentId);
        if (stream.hasNext()
                && stream.next().getPayload() instanceof PaymentRequested asked
                && actor.mayEnter(asked.siteId())) {
            return asked;
        }
        throw new Refused.NotFound("payment", paymentId);
    }

    /** The till that a person has open at a site, or null. */
    String openTill(String siteId, String user) {
        Claims.FindHolder question = new Claims.FindHolder(new Claims.Key(TillEvent.OPEN_TILL, siteId, user));
        Optional<String> till = queries.query(question, ResponseTypes.optionalInstanceOf(String.class))
                .join();
        return till.orElse(null);
    }
}

package carequeue.command.journey;

import carequeue.api.Actor;
import carequeue.api.Claims;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.patient.PatientEvent;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Who is known here already, asked of history itself and not of a view that may lag behind. */
@Component
class KnownPatients {

    private final QueryGateway queries;
    private final EventStore history;

    KnownPatients(QueryGateway queries, EventStore history) {
        this.queries = queries;
        this.history = history;
    }

    /** The patient of a site who has a record number. */
    Optional<String> byMrn(String siteId, String mrn) {
        Claims.FindHolder question = new Claims.FindHolder(new Claims.Key(PatientEvent.MRN, siteId, mrn));
        return queries.query(question, ResponseTypes.optionalInstanceOf(String.class))
                .join();
    }

    /** Refuses a patient who does not exist, or not for the one who asks. */
    void mustExist(String patientId, Actor actor) {
        DomainEventStream stream = history.readEvents(patientId);
        boolean known = stream.hasNext()
                && stream.peek().getPayload() instanceof PatientEvent
                && actor.mayEnter(String.valueOf(stream.peek().getMetaData().get(Facts.SITE)));
        if (!known) {
            throw new Refused.NotFound("patient", patientId);
        }
    }
}

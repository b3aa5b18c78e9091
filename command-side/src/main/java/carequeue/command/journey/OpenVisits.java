package carequeue.command.journey;

import carequeue.api.Claims;
import carequeue.api.patient.OpenVisit;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Which visits of a patient are open, asked of the claimed keys and of history, not of a view that may lag behind. */
@Component
public class OpenVisits {

    private final QueryGateway queries;
    private final EventStore history;
    private final Sites sites;

    OpenVisits(QueryGateway queries, EventStore history, Sites sites) {
        this.queries = queries;
        this.history = history;
        this.sites = sites;
    }

    /** The open visit of a patient at a site. */
    Optional<String> at(String siteId, String patientId) {
        Claims.FindHolder question = new Claims.FindHolder(new Claims.Key(VisitEvent.OPEN_VISIT, siteId, patientId));
        return queries.query(question, ResponseTypes.optionalInstanceOf(String.class))
                .join();
    }

    /** The open visits of a patient at all sites, each with its place. */
    List<OpenVisit> of(String patientId) {
        return sites.all().stream()
                .map(Site::siteId)
                .flatMap(site -> at(site, patientId).map(visit -> placed(visit, site, patientId)).stream())
                .toList();
    }

    private OpenVisit placed(String visitId, String siteId, String patientId) {
        Optional<VisitPlaced> place = history.readEvents(visitId)
                .asStream()
                .map(m -> m.getPayload())
                .filter(VisitPlaced.class::isInstance)
                .map(VisitPlaced.class::cast)
                .reduce((before, after) -> after);
        return new OpenVisit(
                visitId,
                siteId,
                patientId,
                place.map(VisitPlaced::queueId).orElse(null),
                place.map(VisitPlaced::entryId).orElse(null));
    }
}

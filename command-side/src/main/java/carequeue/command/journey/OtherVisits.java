package carequeue.command.journey;

import carequeue.api.Claims;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitEvent;
import carequeue.command.door.Asked;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** The open visits of a patient at the other sites, by the keys that they hold. */
@Component
class OtherVisits {

    private final QueryGateway queries;
    private final Sites sites;

    OtherVisits(QueryGateway queries, Sites sites) {
        this.queries = queries;
        this.sites = sites;
    }

    /** An open visit elsewhere; its identifier is null for one who may not enter that site. */
    record OtherVisit(
            String siteId,
            @JsonInclude(JsonInclude.Include.NON_NULL) String visitId) {}

    Optional<OtherVisit> of(Coming coming, Site here, Asked asked) {
        if (!coming.isKnown()) {
            return Optional.empty();
        }
        return sites.all().stream()
                .map(Site::siteId)
                .filter(site -> !site.equals(here.siteId()))
                .flatMap(site -> open(site, coming.patientId()).map(visit -> of(site, visit, asked)).stream())
                .findFirst();
    }

    private static OtherVisit of(String site, String visit, Asked asked) {
        return new OtherVisit(site, asked.actor().mayEnter(site) ? visit : null);
    }

    private Optional<String> open(String siteId, String patientId) {
        Claims.Key key = new Claims.Key(VisitEvent.OPEN_VISIT, siteId, patientId);
        return queries.query(new Claims.FindHolder(key), ResponseTypes.optionalInstanceOf(String.class))
                .join();
    }
}

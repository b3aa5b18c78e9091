package carequeue.command.site;

import carequeue.api.Claims;
import carequeue.api.Claims.Key;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.Refused.BadField.Field;
import carequeue.api.queue.QueueKeys;
import carequeue.api.site.SetUp;
import carequeue.api.site.Site.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** What the queues of a day forbid to change in a set-up. */
@Component
class OpenQueues {

    private final QueryGateway queries;

    OpenQueues(QueryGateway queries) {
        this.queries = queries;
    }

    /** Refuses to take a service away whose queue is open, and to give one queue's prefix to another on the same day. */
    void mustAllow(String siteId, SetUp before, SetUp after, LocalDate firstDay) {
        List<Field> faults = new ArrayList<>();
        for (LocalDate day : List.of(firstDay, firstDay.plusDays(1))) {
            removed(siteId, before, after, day, faults);
            prefixes(siteId, after, day, faults);
        }
        if (!faults.isEmpty()) {
            throw new Refused.BadField(faults);
        }
    }

    private void removed(String siteId, SetUp before, SetUp after, LocalDate day, List<Field> faults) {
        Set<String> kept = after.services().stream().map(Service::serviceId).collect(Collectors.toSet());
        for (Service service : before.services()) {
            if (!kept.contains(service.serviceId())
                    && holder(QueueKeys.openQueue(siteId, service.serviceId(), day))
                            .isPresent()) {
                faults.add(new Field(
                        "/services",
                        "lacks " + service.serviceId() + ", whose queue is open on " + day + "; close it first"));
            }
        }
    }

    private void prefixes(String siteId, SetUp after, LocalDate day, List<Field> faults) {
        for (int i = 0; i < after.services().size(); i++) {
            Service service = after.services().get(i);
            Optional<String> holder = holder(QueueKeys.ticketPrefix(siteId, service.prefix(), day));
            if (holder.isPresent() && !holder.get().equals(Ids.queue(siteId, service.serviceId(), day))) {
                faults.add(new Field(
                        "/services/" + i + "/prefix", "stands on tickets of another service on " + day + " already"));
            }
        }
    }

    private Optional<String> holder(Key key) {
        return queries.query(new Claims.FindHolder(key), ResponseTypes.optionalInstanceOf(String.class))
                .join();
    }
}

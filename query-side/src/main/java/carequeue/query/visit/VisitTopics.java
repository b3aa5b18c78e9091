package carequeue.query.visit;

import carequeue.query.live.Topic;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a visit's streams look at. */
@Component
class VisitTopics {

    private final VisitRows rows;

    VisitTopics(VisitRows rows) {
        this.rows = rows;
    }

    Topic visit(String visitId) {
        return new Topic(
                "visit:" + visitId,
                Set.of(VisitProjection.VIEW),
                since -> rows.changed(visitId, since) ? List.of(visitId) : List.of());
    }
}

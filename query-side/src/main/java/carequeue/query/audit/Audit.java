package carequeue.query.audit;

import carequeue.api.Actor;
import carequeue.api.audit.AuditQuery.AuditEvent;
import carequeue.api.audit.AuditQuery.FindEvents;
import carequeue.api.audit.AuditQuery.Trail;
import java.util.List;
import org.springframework.stereotype.Component;

/** History by what it is about. */
@Component
class Audit {

    private final AuditReads reads;
    private final AuditEvents events;

    Audit(AuditReads reads, AuditEvents events) {
        this.reads = reads;
        this.events = events;
    }

    Trail find(FindEvents query, Actor actor) {
        List<AuditRow> found = reads.find(query, actor);
        boolean more = found.size() > query.limit();
        boolean inTheClear = actor.is("auditor");
        List<AuditEvent> page = (more ? found.subList(0, query.limit()) : found)
                .stream().map(row -> events.event(row, inTheClear)).toList();
        return new Trail(page, more ? Long.toString(page.get(page.size() - 1).position()) : null);
    }
}

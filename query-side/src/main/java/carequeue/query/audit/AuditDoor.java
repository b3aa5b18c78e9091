package carequeue.query.audit;

import carequeue.api.Actor;
import carequeue.api.audit.AuditQuery.FindEvents;
import carequeue.api.audit.AuditQuery.Trail;
import carequeue.query.live.Reads;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to history. */
@RestController
@Reads(AuditTrail.VIEW)
class AuditDoor {

    private static final int AT_MOST = 500;

    private final Audit audit;

    AuditDoor(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/api/audit/events")
    Trail events(
            @RequestParam(required = false) String entity,
            @RequestParam(name = "actor", required = false) String who,
            @RequestParam(required = false) String patient,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(required = false) String type,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Actor actor) {
        int page = Math.max(1, Math.min(limit, AT_MOST));
        return audit.find(new FindEvents(entity, who, patient, from, to, type, cursor, page), actor);
    }
}

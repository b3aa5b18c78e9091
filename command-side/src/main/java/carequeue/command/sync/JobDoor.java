package carequeue.command.sync;

import carequeue.api.Actor;
import carequeue.api.Refused;
import com.fasterxml.uuid.Generators;
import java.net.URI;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders long work over HTTP, and cancels it. */
@RestController
public class JobDoor {

    private static final Set<String> SYNCED = Set.of("ehr", "pms");

    private final JdbcClient jdbc;

    JobDoor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The work that was ordered. */
    public record Ordered(String jobId) {}

    @PostMapping("/api/integrations/{service}/sync")
    @Transactional
    public ResponseEntity<Ordered> sync(@PathVariable String service, Actor actor) {
        if (!SYNCED.contains(service)) {
            throw new Refused.NotFound("integration", service);
        }
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        jdbc.sql("insert into job (job_id, kind, subject, state, requested_by) values (?, 'sync', ?, 'waiting', ?)")
                .params(id, service, actor.id())
                .update();
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + id)).body(new Ordered(id));
    }

    /** A waiting job is cancelled at once; a running one stops at the next safe place. */
    @PostMapping("/api/jobs/{id}/cancel")
    @Transactional
    public ResponseEntity<Ordered> cancel(@PathVariable String id) {
        String state = jdbc.sql("select state from job where job_id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused.NotFound("job", id));
        switch (state) {
            case "waiting" ->
                jdbc.sql("update job set cancel_requested = true, state = 'cancelled', ended_at = now()"
                                + " where job_id = ?")
                        .param(id)
                        .update();
            case "running" ->
                jdbc.sql("update job set cancel_requested = true where job_id = ?")
                        .param(id)
                        .update();
            case "cancelled" -> {}
            default -> throw new Refused.WrongState(state, "The job is " + state + " and cannot be cancelled.");
        }
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + id)).body(new Ordered(id));
    }
}

package carequeue.command.sync;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.command.sync.JobDoor.Ordered;
import com.fasterxml.uuid.Generators;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Orders work on views: to rebuild one, to try again or discard an event that one had to set aside. The query nodes do it. */
@RestController
public class ViewDoor {

    private static final Set<String> ACTIONS = Set.of("retry", "discard");
    private static final int LONGEST = 500;

    /** Whether something was left to staff, by its kind. */
    private static final Map<String, String> EXISTS = Map.of(
            "dead-letter", "select exists (select from dead_letter where letter_id = ?)",
            "effect", "select exists (select from effect where 'effect-' || id = ? and state in ('failed', 'dead'))",
            "inbound",
                    "select exists (select from inbound where 'inbound-' || id = ? and state in ('refused', 'dead'))");

    private final JdbcClient jdbc;

    ViewDoor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why it is wanted; needed where something is discarded. */
    public record Why(String reason) {}

    @PostMapping("/api/admin/projections/{name}/replay")
    @Transactional
    public ResponseEntity<Ordered> replay(@PathVariable String name, Actor actor) {
        known("select exists (select from view_generation where view = ?)", "projection", name);
        return ordered("replay", name, null, actor);
    }

    @PostMapping("/api/admin/dead-letters/{id}/{action}")
    @Transactional
    public ResponseEntity<Ordered> letter(
            @PathVariable String id, @PathVariable String action, @RequestBody(required = false) Why why, Actor actor) {
        if (!ACTIONS.contains(action)) {
            throw new Refused.NotFound("action", action);
        }
        String kind = kind(id);
        known(EXISTS.get(kind), "dead letter", id);
        return ordered(kind + "-" + action, id, reason(why, action), actor);
    }

    /** An effect's or an envelope's own number is no letter of a view. */
    private static String kind(String id) {
        return id.matches("(effect|inbound)-\\d{1,18}") ? id.substring(0, id.indexOf('-')) : "dead-letter";
    }

    private static String reason(Why why, String action) {
        String reason = why == null || why.reason() == null ? "" : why.reason().strip();
        if (reason.isEmpty() && action.equals("discard")) {
            throw new Refused.BadField("/reason", "says why the event is given up");
        } else if (reason.length() > LONGEST) {
            throw new Refused.BadField("/reason", "has at most " + LONGEST + " characters");
        } else if (reason.indexOf('\0') >= 0) {
            throw new Refused.BadField("/reason", "must not contain the character U+0000");
        }
        return reason.isEmpty() ? null : reason;
    }

    private void known(String exists, String what, String id) {
        if (!jdbc.sql(exists).param(id).query(Boolean.class).single()) {
            throw new Refused.NotFound(what, id);
        }
    }

    private ResponseEntity<Ordered> ordered(String kind, String subject, String reason, Actor actor) {
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        int made = jdbc.sql("insert into job (job_id, kind, subject, state, requested_by, reason)"
                        + " values (?, ?, ?, 'waiting', ?, ?) on conflict do nothing")
                .params(id, kind, subject, actor.id(), reason)
                .update();
        if (made == 0) {
            throw new Refused.WrongState("running", subject + " is being rebuilt already.");
        }
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + id)).body(new Ordered(id));
    }
}

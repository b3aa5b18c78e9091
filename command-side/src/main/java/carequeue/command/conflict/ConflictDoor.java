package carequeue.command.conflict;

import carequeue.api.Actor;
import carequeue.api.Phi;
import carequeue.api.conflict.ConflictCommand.ResolveConflict;
import carequeue.api.conflict.Side;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person decides, over HTTP, whose value holds. */
@RestController
class ConflictDoor {

    private final Door door;

    ConflictDoor(Door door) {
        this.door = door;
    }

    /**
     * The decision.
     *
     * @param side {@code ours, theirs} or {@code other}
     * @param value the value that holds, where it is neither
     */
    record Decision(
            @NotNull Side side,
            @Size(min = 1, max = 254) String value,
            @NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/api/conflicts/{id}/resolve")
    ResponseEntity<Void> resolve(
            @PathVariable String id, @Valid @RequestBody Decision body, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        return door.send(
                        new ResolveConflict(id, body.side(), Phi.of(body.value()), body.reason()),
                        asked.through(asked.channel(), body.reason()))
                .accepted();
    }
}

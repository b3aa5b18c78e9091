package carequeue.app.phi;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.store.phi.KeyRotation;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The epochs of patients' keys: seen, a new one begun, an old one retired, after which no backup of the keys opens what was erased. */
@RestController
public class KeyDoor {

    private static final Logger LOG = LoggerFactory.getLogger(KeyDoor.class);

    private final KeyRotation rotation;

    KeyDoor(KeyRotation rotation) {
        this.rotation = rotation;
    }

    /** All epochs, the last of those that are not destroyed is the current one. */
    public record Epochs(List<KeyRotation.State> items) {}

    /** Why an epoch is retired. */
    public record Why(String reason) {}

    /** What was retired, and how many patients' keys are in the current epoch instead. */
    public record Retired(long epoch, int moved) {}

    @GetMapping("/api/admin/keys/epochs")
    public Epochs epochs() {
        return new Epochs(rotation.epochs());
    }

    /** Begins a new epoch before its month; new patients' keys are made in it. */
    @PostMapping("/api/admin/keys/epochs")
    public ResponseEntity<KeyRotation.State> open(Actor actor) {
        long number = rotation.openEpoch();
        LOG.info("{} began key epoch {}", actor.id(), number);
        return ResponseEntity.created(URI.create("/api/admin/keys/epochs")).body(state(number));
    }

    /** Moves the keys of an old epoch to the current one and destroys its own, for ever. */
    @PostMapping("/api/admin/keys/epochs/{number}/retire")
    public Retired retire(@PathVariable String number, @RequestBody Why why, Actor actor) {
        if (why.reason() == null || why.reason().isBlank()) {
            throw new Refused.BadField("/reason", "says why the epoch is retired");
        }
        KeyRotation.State old = state(number(number));
        if (old.destroyed()) {
            throw new Refused.WrongState("destroyed", "The key of epoch " + old.epoch() + " was destroyed before.");
        }
        long current = rotation.epochs().stream()
                .filter(epoch -> !epoch.destroyed())
                .mapToLong(KeyRotation.State::epoch)
                .max()
                .orElseThrow();
        if (old.epoch() == current) {
            throw new Refused.AgainstRule("current-epoch", "This is the current epoch; begin another one first.");
        }
        int moved = rotation.retireEpoch(old.epoch());
        LOG.info("{} retired key epoch {}, {} keys moved", actor.id(), old.epoch(), moved);
        return new Retired(old.epoch(), moved);
    }

    private KeyRotation.State state(long number) {
        return rotation.epochs().stream()
                .filter(epoch -> epoch.epoch() == number)
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("key epoch", Long.toString(number)));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Refused.NotFound("key epoch", text.replaceAll("[^\\w-]", "?"));
        }
        return Long.parseLong(text);
    }
}

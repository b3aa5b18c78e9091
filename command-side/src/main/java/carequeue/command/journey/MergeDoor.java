package carequeue.command.journey;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.patient.MergeCommand.MergePatients;
import carequeue.api.patient.MergeCommand.PartPatients;
import carequeue.api.patient.MergeEvent;
import carequeue.api.patient.OpenVisit;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two records of one person become one over HTTP, or two again. */
@RestController
@RequestMapping("/api/patients/{id}")
class MergeDoor {

    private final Door door;
    private final KnownPatients patients;
    private final OpenVisits visits;

    MergeDoor(Door door, KnownPatients patients, OpenVisits visits) {
        this.door = door;
        this.patients = patients;
        this.visits = visits;
    }

    /**
     * Which record goes into this one.
     *
     * @param keepVisit where both have an open visit: the one that stays
     */
    record Merge(
            @NotBlank @Size(max = 64) String otherId,
            @NotBlank @Size(max = 500) String reason,
            @Size(min = 1, max = 64) String keepVisit) {}

    /** Which record is another person's after all. */
    record Part(
            @NotBlank @Size(max = 64) String otherId,
            @NotBlank @Size(max = 500) String reason) {}

    /** The merge. */
    record Merged(String mergeId, String patientId, String otherId) {}

    /** Merges the other record into this one. */
    @PostMapping("/merge")
    ResponseEntity<Merged> merge(
            @PathVariable String id, @Valid @RequestBody Merge body, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        patients.mustExist(id, actor);
        patients.mustExist(body.otherId(), actor);
        List<OpenVisit> open = Stream.of(id, body.otherId())
                .flatMap(patient -> visits.of(patient).stream())
                .toList();
        MergePatients order = new MergePatients(id, body.otherId(), open, body.keepVisit(), body.reason());
        try {
            Outcome<String> outcome = door.send(order, asked.through(asked.channel(), body.reason()));
            return new Outcome<>(new Merged(outcome.value(), id, body.otherId()), outcome.position()).ok();
        } catch (Refused.AlreadyTaken taken) {
            throw partOfAnother(taken);
        }
    }

    private static RuntimeException partOfAnother(Refused.AlreadyTaken taken) {
        if (!taken.kind().equals(MergeEvent.MERGED)) {
            return taken;
        }
        return new Refused.AgainstRule(
                "merged-already",
                "One of the two is part of another merge, of " + taken.holder()
                        + ": merge the record that stands alone into it, or take that merge apart first.");
    }

    /** Takes the merge back: what went over and is still open goes back. */
    @PostMapping("/unmerge")
    ResponseEntity<Void> part(
            @PathVariable String id, @Valid @RequestBody Part body, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        return door.send(
                        new PartPatients(id, body.otherId(), body.reason()),
                        asked.through(asked.channel(), body.reason()))
                .accepted();
    }
}

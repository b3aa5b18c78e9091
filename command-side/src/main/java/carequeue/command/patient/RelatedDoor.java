package carequeue.command.patient;

import carequeue.api.Actor;
import carequeue.api.Phi;
import carequeue.api.patient.KinCommand.EndRelation;
import carequeue.api.patient.KinCommand.RelatePerson;
import carequeue.api.patient.RelatedPerson;
import carequeue.api.patient.RelatedPerson.Power;
import carequeue.api.patient.RelatedPerson.Role;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import com.fasterxml.uuid.Generators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP about who acts for a patient. */
@RestController
@RequestMapping("/api/patients/{id}/related-persons")
class RelatedDoor {

    private final Door door;

    RelatedDoor(Door door) {
        this.door = door;
    }

    /**
     * A related person as staff type them in.
     *
     * @param patientId the patient who they are themself, if they are one here
     * @param until last day, or absent; a guardian's day ends in any case when the patient comes of age
     */
    record Person(
            @Size(min = 1, max = 64) String patientId,
            @NotBlank @Size(max = 100) String firstName,
            @NotBlank @Size(max = 100) String lastName,
            @Size(min = 1, max = 32) String phone,
            @Email @Size(max = 254) String email,
            @NotEmpty Set<@NotNull Role> roles,
            @NotNull Set<@NotNull Power> powers,
            LocalDate from,
            LocalDate until) {

        RelatedPerson of(String personId) {
            return new RelatedPerson(
                    personId,
                    patientId,
                    Phi.of(firstName),
                    Phi.of(lastName),
                    Phi.of(phone),
                    Phi.of(email),
                    roles,
                    powers,
                    from,
                    until);
        }
    }

    /** Why somebody acts no more. */
    record Why(@NotBlank @Size(max = 500) String reason) {}

    /** Who was noted. */
    record Related(String personId) {}

    /** Notes somebody who may act for the patient. */
    @PostMapping
    ResponseEntity<Related> relate(
            @PathVariable String id, @Valid @RequestBody Person body, Actor actor, HttpServletRequest http) {
        String personId = Generators.timeBasedEpochGenerator().generate().toString();
        Outcome<String> outcome = door.send(new RelatePerson(id, body.of(personId)), Asked.of(actor, http));
        return outcome.created("/api/patients/" + id + "/related-persons/" + outcome.value(), Related::new);
    }

    /** Notes what changed about them, all of it. */
    @PutMapping("/{personId}")
    ResponseEntity<Void> change(
            @PathVariable String id,
            @PathVariable @Size(max = 64) String personId,
            @Valid @RequestBody Person body,
            Actor actor,
            HttpServletRequest http) {
        return door.send(new RelatePerson(id, body.of(personId)), Asked.of(actor, http))
                .accepted();
    }

    /** They act no more for the patient. */
    @PostMapping("/{personId}/end")
    ResponseEntity<Void> end(
            @PathVariable String id,
            @PathVariable String personId,
            @Valid @RequestBody Why body,
            Actor actor,
            HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        return door.send(new EndRelation(id, personId, body.reason()), asked.through(asked.channel(), body.reason()))
                .accepted();
    }
}

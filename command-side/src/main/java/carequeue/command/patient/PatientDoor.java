package carequeue.command.patient;

import carequeue.api.Actor;
import carequeue.api.notification.MessageChannel;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.PatientCommand.ChangePreferences;
import carequeue.api.patient.PatientCommand.CorrectPatient;
import carequeue.api.patient.PatientCommand.RecordCoverages;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to patients' records over HTTP. */
@RestController
@RequestMapping("/api/patients")
class PatientDoor {

    private final Door door;

    PatientDoor(Door door) {
        this.door = door;
    }

    /**
     * How the patient wants to be told.
     *
     * @param language ISO 639-1
     * @param consents what they said about each way, {@code given} or {@code withdrawn}
     */
    record Wish(
            @Pattern(regexp = "[a-z]{2}") String language,
            MessageChannel preferred,
            @NotNull Map<MessageChannel, @NotNull Consent> consents) {}

    /** All coverages of the patient; none means self-pay. */
    record Insurance(@NotNull @Size(max = 10) List<@NotNull @Valid CoverageBody> coverages) {}

    /** Changes how the patient wants to be told. */
    @PutMapping("/{id}/preferences")
    ResponseEntity<Void> preferences(
            @PathVariable String id, @Valid @RequestBody Wish body, Actor actor, HttpServletRequest http) {
        Preferences wanted = new Preferences(body.language(), body.preferred(), body.consents());
        return door.send(new ChangePreferences(id, wanted), Asked.of(actor, http))
                .accepted();
    }

    /** Corrects who the patient is; what is not said stays. */
    @PatchMapping("/{id}")
    ResponseEntity<Void> correct(
            @PathVariable String id, @Valid @RequestBody CorrectionBody body, Actor actor, HttpServletRequest http) {
        return door.send(new CorrectPatient(id, body.demographics()), Asked.of(actor, http))
                .accepted();
    }

    /** Says which coverages the patient has. */
    @PutMapping("/{id}/coverages")
    ResponseEntity<Void> coverages(
            @PathVariable String id, @Valid @RequestBody Insurance body, Actor actor, HttpServletRequest http) {
        List<Coverage> coverages = new ArrayList<>();
        for (CoverageBody one : body.coverages()) {
            coverages.add(one.of(id, coverages.size()));
        }
        return door.send(new RecordCoverages(id, coverages, "desk"), Asked.of(actor, http))
                .accepted();
    }
}

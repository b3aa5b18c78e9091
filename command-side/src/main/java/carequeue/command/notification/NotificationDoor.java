package carequeue.command.notification;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import com.fasterxml.uuid.Generators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages that staff send, over HTTP. */
@RestController
@RequestMapping("/api/notifications")
class NotificationDoor {

    private final Door door;
    private final Sites sites;

    NotificationDoor(Door door, Sites sites) {
        this.door = door;
        this.sites = sites;
    }

    /**
     * What a patient is to be told.
     *
     * @param reason what it is told for; the same reason is told once. Without one, every request is a message of its own
     * @param variables values by name, as the template allows them
     */
    record Message(
            @NotBlank String siteId,
            @NotBlank String patientId,
            String visitId,
            String appointmentId,
            @NotNull MessageTemplate template,
            @Size(max = 10) Map<String, @NotNull @Size(max = 200) String> variables,
            @Size(max = 200) String reason,
            Instant expiresAt) {}

    /** What was asked for. */
    record Requested(String notificationId) {}

    /** Asks that a patient is told something. */
    @PostMapping
    ResponseEntity<Requested> request(@Valid @RequestBody Message body, Actor actor, HttpServletRequest http) {
        if (!actor.mayEnter(body.siteId())) {
            throw new Refused.NotFound("site", body.siteId());
        }
        NotifyPolicy policy = sites.get(body.siteId()).policies().notifications();
        String reason = body.reason() == null
                ? "by-hand:" + Generators.timeBasedEpochGenerator().generate()
                : "desk:" + body.patientId() + ":" + body.reason();
        Outcome<String> outcome = door.send(
                new RequestNotification(
                        NotificationCommand.id(body.siteId(), reason),
                        body.siteId(),
                        body.patientId(),
                        body.visitId(),
                        body.appointmentId(),
                        reason,
                        body.template(),
                        body.variables() == null ? Map.of() : body.variables(),
                        body.expiresAt(),
                        policy),
                Asked.of(actor, http).under(policy));
        return outcome.created("/api/notifications/" + outcome.value(), Requested::new);
    }
}

package carequeue.command.appointment;

import carequeue.api.Actor;
import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP to appointments that are there; those that speak of patients and visits too stand with the journey. */
@RestController
@RequestMapping("/api/appointments")
class AppointmentDoor {

    private final Door door;

    AppointmentDoor(Door door) {
        this.door = door;
    }

    /** The new time. */
    record MoveTo(
            @NotNull Instant start,
            @NotNull Instant end,
            @Size(max = 500) String reason) {}

    /** Why an appointment is cancelled. */
    record Why(@NotBlank @Size(max = 500) String reason) {}

    /** An order that needs no further words. */
    record Nothing() {}

    @PostMapping("/{id}/confirm")
    ResponseEntity<Void> confirm(
            @PathVariable String id,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new ConfirmAppointment(id), Asked.of(actor, http));
    }

    @PostMapping("/{id}/reschedule")
    ResponseEntity<Void> reschedule(
            @PathVariable String id, @Valid @RequestBody MoveTo body, Actor actor, HttpServletRequest http) {
        return send(
                new RescheduleAppointment(id, body.start(), body.end(), body.reason()),
                because(body.reason(), actor, http));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<Void> cancel(
            @PathVariable String id, @Valid @RequestBody Why body, Actor actor, HttpServletRequest http) {
        return send(new CancelAppointment(id, body.reason()), because(body.reason(), actor, http));
    }

    @PostMapping("/{id}/bring-back")
    ResponseEntity<Void> bringBack(
            @PathVariable String id,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new BringBackAppointment(id), Asked.of(actor, http));
    }

    private ResponseEntity<Void> send(AppointmentCommand order, Asked asked) {
        return door.send(order, asked).accepted();
    }

    private static Asked because(String reason, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        return asked.through(asked.channel(), reason);
    }
}

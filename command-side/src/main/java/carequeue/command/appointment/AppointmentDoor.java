package carequeue.command.appointment;

import carequeue.api.Actor;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.site.ArrivalPolicy;
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
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to appointments over HTTP. */
@RestController
@RequestMapping("/api/appointments")
class AppointmentDoor {

    private final Door door;
    private final Sites sites;
    private final EventStore history;

    AppointmentDoor(Door door, Sites sites, EventStore history) {
        this.door = door;
        this.sites = sites;
        this.history = history;
    }

    /** What is booked. */
    record Booking(
            @NotBlank String siteId,
            @NotBlank String serviceId,
            String providerId,
            @NotBlank String patientId,
            @NotNull Instant start,
            @NotNull Instant end,
            @Size(max = 100) String kind) {}

    /** What was booked. */
    record Booked(String appointmentId) {}

    /** The new time. */
    record MoveTo(
            @NotNull Instant start,
            @NotNull Instant end,
            @Size(max = 500) String reason) {}

    /** Why an appointment is cancelled. */
    record Why(@NotBlank @Size(max = 500) String reason) {}

    /** An order that needs no further words. */
    record Nothing() {}

    @PostMapping
    ResponseEntity<Booked> book(@Valid @RequestBody Booking b, Actor actor, HttpServletRequest http) {
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        Outcome<String> outcome = door.send(
                new BookAppointment(
                        id, b.siteId(), b.serviceId(), b.providerId(), b.patientId(), b.start(), b.end(), b.kind()),
                Asked.of(actor, http));
        return outcome.created("/api/appointments/" + outcome.value(), Booked::new);
    }

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

    @PostMapping("/{id}/no-show")
    ResponseEntity<Void> noShow(
            @PathVariable String id,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        ArrivalPolicy policy = policyOf(id);
        return send(new MarkAppointmentNoShow(id, policy), Asked.of(actor, http).under(policy));
    }

    @PostMapping("/{id}/bring-back")
    ResponseEntity<Void> bringBack(
            @PathVariable String id,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new BringBackAppointment(id), Asked.of(actor, http));
    }

    // Which site an appointment is at is asked of history itself, not of a view that may lag behind.
    private ArrivalPolicy policyOf(String id) {
        DomainEventStream stream = history.readEvents(id);
        if (!stream.hasNext() || !(stream.peek().getMetaData().get(Facts.SITE) instanceof String siteId)) {
            throw new Refused.NotFound("appointment", id);
        }
        return sites.get(siteId).policies().arrival();
    }

    private ResponseEntity<Void> send(AppointmentCommand order, Asked asked) {
        return door.send(order, asked).accepted();
    }

    private static Asked because(String reason, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        return asked.through(asked.channel(), reason);
    }
}

package carequeue.command.journey;

import carequeue.api.Actor;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentCommand.BookAppointment;
import carequeue.api.appointment.AppointmentCommand.CorrectAppointment;
import carequeue.api.appointment.AppointmentCommand.MarkAppointmentNoShow;
import carequeue.api.appointment.AppointmentCommand.MarkEnteredInError;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import carequeue.command.journey.BookingBodies.Booked;
import carequeue.command.journey.BookingBodies.Booking;
import carequeue.command.journey.BookingBodies.Correction;
import carequeue.command.journey.BookingBodies.Nothing;
import com.fasterxml.uuid.Generators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to appointments over HTTP that speak of their patients and visits too. */
@RestController
@RequestMapping("/api/appointments")
class BookingDoor {

    private final Door door;
    private final Comers comers;
    private final MergedRecords records;
    private final KnownPatients patients;
    private final OpenVisits visits;
    private final Sites sites;
    private final EventStore history;

    BookingDoor(
            Door door,
            Comers comers,
            MergedRecords records,
            KnownPatients patients,
            OpenVisits visits,
            Sites sites,
            EventStore history) {
        this.door = door;
        this.comers = comers;
        this.records = records;
        this.patients = patients;
        this.visits = visits;
        this.sites = sites;
        this.history = history;
    }

    @PostMapping
    ResponseEntity<Booked> book(@Valid @RequestBody Booking b, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        if (!actor.mayEnter(b.siteId())) {
            throw new Refused.NotFound("site", b.siteId());
        }
        Site site = sites.get(b.siteId());
        String patient = patient(b.patientId(), site, asked);
        String id = Generators.timeBasedEpochGenerator().generate().toString();
        Outcome<String> outcome = door.send(
                new BookAppointment(
                        id,
                        b.siteId(),
                        b.serviceId(),
                        b.providerId(),
                        patient,
                        b.start(),
                        b.end(),
                        b.kind(),
                        b.status()),
                asked);
        return outcome.created("/api/appointments/" + outcome.value(), Booked::new);
    }

    /** The patient did not come. */
    @PostMapping("/{id}/no-show")
    ResponseEntity<Void> noShow(
            @PathVariable String id,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        Site site = site(id);
        ArrivalPolicy policy = site.policies().arrival();
        String open = visits.at(site.siteId(), records.current(patientOf(id))).orElse(null);
        return door.send(
                        new MarkAppointmentNoShow(id, policy, open),
                        Asked.of(actor, http).under(policy))
                .accepted();
    }

    /** What was booked by mistake is put right, or marked as entered in error. */
    @PostMapping("/{id}/correct")
    ResponseEntity<Void> correct(
            @PathVariable String id, @Valid @RequestBody Correction c, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http);
        Asked because = asked.through(asked.channel(), c.reason());
        AppointmentCommand order;
        if (Boolean.TRUE.equals(c.enteredInError())) {
            order = new MarkEnteredInError(id, c.reason());
        } else {
            String patient = c.patientId() == null ? null : patient(c.patientId(), site(id), because);
            order = new CorrectAppointment(
                    id, c.serviceId(), c.providerId(), patient, c.start(), c.end(), c.kind(), c.reason());
        }
        return door.send(order, because).accepted();
    }

    private String patient(String patientId, Site site, Asked asked) {
        patients.mustExist(patientId, asked.actor());
        return comers.admitted(patientId, site, asked);
    }

    // Whose it is and where is asked of history itself, not of a view that may lag behind.
    private Site site(String id) {
        return history.readEvents(id)
                .asStream()
                .map(m -> m.getMetaData().get(Facts.SITE))
                .findFirst()
                .map(site -> sites.get(site.toString()))
                .orElseThrow(() -> new Refused.NotFound("appointment", id));
    }

    private String patientOf(String id) {
        List<String> named = history.readEvents(id)
                .asStream()
                .flatMap(m -> m.getPayload() instanceof AppointmentBooked e
                        ? Stream.of(e.patientId())
                        : m.getPayload() instanceof AppointmentCorrected e ? Stream.of(e.patientId()) : Stream.empty())
                .toList();
        if (named.isEmpty()) {
            throw new Refused.NotFound("appointment", id);
        }
        return named.get(named.size() - 1);
    }
}

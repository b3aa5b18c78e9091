package carequeue.command.journey;

import carequeue.api.Actor;
import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrival;
import carequeue.api.appointment.AppointmentCommand.AssessArrival;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.Identification;
import carequeue.api.visit.VisitCommand.AddService;
import carequeue.api.visit.VisitCommand.RequestCheckIn;
import carequeue.api.visit.VisitEvent;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import carequeue.command.journey.CheckInBody.Identifier;
import carequeue.command.journey.CheckInBody.Person;
import com.fasterxml.uuid.Generators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** "I am here", over HTTP: booked, identified or walked in. */
@RestController
class CheckInDoor {

    private final Door door;
    private final KnownPatients patients;
    private final Sites sites;
    private final Clock clock;

    CheckInDoor(Door door, KnownPatients patients, Sites sites, Clock clock) {
        this.door = door;
        this.patients = patients;
        this.sites = sites;
        this.clock = clock;
    }

    /** The check-in, which has the visit's identifier. */
    record CheckedIn(String checkInId, String visitId) {
        static CheckedIn of(String visitId) {
            return new CheckedIn(visitId, visitId);
        }
    }

    /** Who comes for what: what the three ways have in common. */
    private record Coming(
            String patientId,
            Identification identification,
            boolean lookUp,
            String appointmentId,
            String serviceId,
            String providerId,
            Instant slot,
            Integer acuity,
            Phi<String> reason) {}

    @PostMapping("/api/check-ins")
    ResponseEntity<CheckedIn> checkIn(@Valid @RequestBody CheckInBody body, Actor actor, HttpServletRequest http) {
        Channel channel = channel(body, actor);
        Site site = site(body, actor);
        Asked asked = Asked.of(actor, http)
                .through(channel, body.reason())
                .under(site.policies().arrival(), site.policies().patience());
        Coming coming = coming(body, channel, site, asked);
        String visitId = newId();
        try {
            Outcome<String> outcome = door.send(request(visitId, coming, channel, site), asked, null, visitId);
            return outcome.created("/api/check-ins/" + outcome.value(), CheckedIn::of);
        } catch (Refused.AlreadyTaken taken) {
            if (!taken.kind().equals(VisitEvent.OPEN_VISIT)) {
                throw taken;
            }
            // The patient is here already: the open visit answers, and takes on what they came for besides.
            return add(taken.holder(), coming, body, asked);
        }
    }

    private ResponseEntity<CheckedIn> add(String visitId, Coming c, CheckInBody body, Asked asked) {
        if (body.identifier() != null && body.serviceId() == null) {
            return door.already(CheckedIn.of(visitId)).ok();
        }
        Outcome<Object> added = door.send(
                new AddService(visitId, c.serviceId(), c.appointmentId(), c.providerId(), c.slot()),
                asked,
                "add",
                visitId);
        return new Outcome<>(CheckedIn.of(visitId), added.position()).ok();
    }

    private Coming coming(CheckInBody body, Channel channel, Site site, Asked asked) {
        if (body.appointmentId() != null) {
            return booked(body.appointmentId(), channel, site, asked);
        } else if (body.identifier() != null) {
            return identified(body.identifier(), body.serviceId(), site);
        }
        return walkedIn(body.walkIn(), channel, site, asked);
    }

    private Coming booked(String appointmentId, Channel channel, Site site, Asked asked) {
        Outcome<Arrival> outcome = door.send(
                new AssessArrival(
                        appointmentId, site.siteId(), channel, site.policies().arrival()),
                asked,
                "assess",
                null);
        Arrival a = outcome.value();
        Instant slot = a.onTime() ? a.start() : null;
        return new Coming(a.patientId(), null, true, appointmentId, a.serviceId(), a.providerId(), slot, null, null);
    }

    private Coming identified(Identifier identifier, String serviceId, Site site) {
        String service = serviceId == null ? site.services().get(0).serviceId() : serviceId;
        sites.service(site.siteId(), service);
        return Optional.ofNullable(identifier.mrn())
                .flatMap(mrn -> patients.byMrn(site.siteId(), mrn))
                .map(known -> new Coming(known, null, true, null, service, null, null, null, null))
                .orElseGet(() ->
                        new Coming(newId(), identifier.identification(), true, null, service, null, null, null, null));
    }

    private Coming walkedIn(CheckInBody.WalkIn walkIn, Channel channel, Site site, Asked asked) {
        sites.service(site.siteId(), walkIn.serviceId());
        if (walkIn.acuity() != null && channel != Channel.DESK) {
            throw new Refused.AgainstRule(
                    "acuity-by-clinician", "The acuity is set by a clinician, not at the kiosk or by phone.");
        }
        if (walkIn.acuity() != null && !asked.actor().is("clinician", "manager")) {
            throw new Refused.NotAllowed("Only a clinician sets the acuity.");
        }
        Person person = walkIn.patient();
        Optional<String> known = Optional.ofNullable(person.mrn()).flatMap(mrn -> patients.byMrn(site.siteId(), mrn));
        if (person.patientId() != null) {
            patients.mustExist(person.patientId(), asked.actor());
            known = Optional.of(person.patientId());
        }
        String patientId = known.orElseGet(() -> registered(person, site, asked));
        Phi<String> reason = Phi.of(walkIn.reason());
        return new Coming(
                patientId, null, known.isPresent(), null, walkIn.serviceId(), null, null, walkIn.acuity(), reason);
    }

    private String registered(Person person, Site site, Asked asked) {
        RegisterPatient order = new RegisterPatient(newId(), site.siteId(), person.demographics());
        Outcome<String> outcome = door.send(order, asked, "register", null);
        return outcome.value();
    }

    private RequestCheckIn request(String visitId, Coming c, Channel channel, Site site) {
        return new RequestCheckIn(
                visitId,
                site.siteId(),
                site.businessDay(clock.instant()),
                channel,
                c.patientId(),
                c.identification(),
                c.lookUp(),
                c.appointmentId(),
                c.serviceId(),
                c.providerId(),
                c.slot(),
                c.acuity(),
                c.reason(),
                site.policies().patience().machine());
    }

    private Site site(CheckInBody body, Actor actor) {
        if (!actor.mayEnter(body.siteId())) {
            throw new Refused.NotFound("site", body.siteId());
        }
        return sites.get(body.siteId());
    }

    /** A device says what it is: a kiosk is one, whatever the body claims. */
    private static Channel channel(CheckInBody body, Actor actor) {
        boolean device = actor.is("kiosk") && !actor.is("front-desk", "clinician", "manager");
        if (device) {
            return Channel.KIOSK;
        }
        return body.channel() == null ? Channel.DESK : body.channel();
    }

    private static String newId() {
        return Generators.timeBasedEpochGenerator().generate().toString();
    }
}

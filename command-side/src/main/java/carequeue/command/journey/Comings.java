package carequeue.command.journey;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import carequeue.command.journey.CheckInBody.Identifier;
import carequeue.command.journey.CheckInBody.Person;
import com.fasterxml.uuid.Generators;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out who comes for what, from what was said at the door. */
@Component
class Comings {

    private final Door door;
    private final KnownPatients patients;
    private final Appointments appointments;
    private final Sites sites;

    Comings(Door door, KnownPatients patients, Appointments appointments, Sites sites) {
        this.door = door;
        this.patients = patients;
        this.appointments = appointments;
        this.sites = sites;
    }

    Coming of(CheckInBody body, Site site, Asked asked) {
        if (body.appointmentId() != null) {
            return appointments.coming(body, site, asked);
        } else if (body.identifier() != null) {
            return identified(body.identifier(), body.serviceId(), site);
        }
        return walkedIn(body.walkIn(), site, asked);
    }

    private Coming identified(Identifier identifier, String serviceId, Site site) {
        String service = serviceId == null ? site.services().get(0).serviceId() : serviceId;
        sites.service(site.siteId(), service);
        return Optional.ofNullable(identifier.mrn())
                .flatMap(mrn -> patients.byMrn(site.siteId(), mrn))
                .map(known -> new Coming(known, null, true, null, service, null, null, null, null, null))
                .orElseGet(() -> new Coming(
                        newId(), identifier.identification(), true, null, service, null, null, null, null, null));
    }

    private Coming walkedIn(CheckInBody.WalkIn walkIn, Site site, Asked asked) {
        sites.service(site.siteId(), walkIn.serviceId());
        if (walkIn.acuity() != null && asked.channel() != Channel.DESK) {
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
                patientId,
                null,
                known.isPresent(),
                null,
                walkIn.serviceId(),
                null,
                null,
                null,
                walkIn.acuity(),
                reason);
    }

    private String registered(Person person, Site site, Asked asked) {
        RegisterPatient order = new RegisterPatient(newId(), site.siteId(), person.demographics());
        Outcome<String> outcome = door.send(order, asked, "register", null);
        return outcome.value();
    }

    static String newId() {
        return Generators.timeBasedEpochGenerator().generate().toString();
    }
}

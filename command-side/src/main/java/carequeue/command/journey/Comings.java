package carequeue.command.journey;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.door.Asked;
import carequeue.command.journey.CheckInBody.Identifier;
import carequeue.command.journey.CheckInBody.Person;
import carequeue.command.journey.Registrations.Registered;
import com.fasterxml.uuid.Generators;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out who comes for what, from what was said at the door. */
@Component
class Comings {

    private final KnownPatients patients;
    private final Registrations registrations;
    private final Comers comers;
    private final Appointments appointments;
    private final DueAppointments due;
    private final Sites sites;

    Comings(
            KnownPatients patients,
            Registrations registrations,
            Comers comers,
            Appointments appointments,
            DueAppointments due,
            Sites sites) {
        this.patients = patients;
        this.registrations = registrations;
        this.comers = comers;
        this.appointments = appointments;
        this.due = due;
        this.sites = sites;
    }

    Coming of(CheckInBody body, Site site, Asked asked) {
        Coming coming = said(body, site, asked);
        // Who has just been registered is as they were typed in.
        return coming.isKnown() && coming.lookUp() ? admitted(coming, site, asked) : coming;
    }

    private Coming admitted(Coming coming, Site site, Asked asked) {
        try {
            return coming.of(comers.admitted(coming.patientId(), site, asked));
        } catch (Refused.NotFound elsewhere) {
            // The record is another site's, which is no reason to send the patient away from their appointment here.
            return coming;
        }
    }

    private Coming said(CheckInBody body, Site site, Asked asked) {
        if (body.appointmentId() != null) {
            return appointments.coming(body, site, asked);
        } else if (body.identifier() != null) {
            return identified(body, site, asked);
        }
        return walkedIn(body.walkIn(), site, asked);
    }

    /** Who names a service comes for that one; else for the appointment that is due, and for the first service without one. */
    private Coming identified(CheckInBody body, Site site, Asked asked) {
        Identifier identifier = body.identifier();
        if (body.serviceId() == null) {
            Optional<AppointmentView> appointment = due.of(identifier, site);
            if (appointment.isPresent()) {
                return appointments.coming(body.by(appointment.get().appointmentId()), site, asked);
            }
        }
        String service = body.serviceId() == null ? site.services().get(0).serviceId() : body.serviceId();
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
        Registered who = known.map(id -> new Registered(id, List.of()))
                .orElseGet(() -> registrations.register(person.demographics(), walkIn.confirmedNew(), site, asked));
        String appointment =
                walkIn.isMadeAnAppointment() ? appointments.madeOf(walkIn, who.patientId(), site, asked) : null;
        return new Coming(
                who.patientId(),
                null,
                known.isPresent(),
                appointment,
                walkIn.serviceId(),
                walkIn.providerId(),
                null,
                null,
                walkIn.acuity(),
                Phi.of(walkIn.reason()),
                who.alike());
    }

    static String newId() {
        return Generators.timeBasedEpochGenerator().generate().toString();
    }
}

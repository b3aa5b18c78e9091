package carequeue.command.journey;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrival;
import carequeue.api.appointment.AppointmentCommand.AssessArrival;
import carequeue.api.appointment.AppointmentCommand.BookAppointment;
import carequeue.api.appointment.AppointmentCommand.CancelAppointment;
import carequeue.api.appointment.AppointmentCommand.RescheduleAppointment;
import carequeue.api.site.Site;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Who comes with an appointment; one of another day or site is moved here by the desk, with a reason. */
@Component
class Appointments {

    private static final Duration WALK_IN = Duration.ofMinutes(15);

    private final Door door;
    private final Clock clock;

    Appointments(Door door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    Coming coming(CheckInBody body, Site site, Asked asked) {
        Outcome<Arrival> outcome = door.send(
                new AssessArrival(
                        body.appointmentId(),
                        site.siteId(),
                        asked.channel(),
                        site.policies().arrival()),
                asked,
                "assess",
                null);
        Arrival a = outcome.value();
        if (!a.siteId().equals(site.siteId())) {
            return bookedHere(a, body, site, asked);
        }
        Instant slot = a.otherDay() ? movedToNow(a, body, asked) : a.slot();
        return new Coming(
                a.patientId(),
                null,
                true,
                body.appointmentId(),
                a.serviceId(),
                a.providerId(),
                slot,
                a.notBefore(),
                null,
                null);
    }

    /** Books what a walk-in comes for, from now on; nobody who is booked is passed by it, since it has no slot in the line. */
    String madeOf(CheckInBody.WalkIn walkIn, String patientId, Site site, Asked asked) {
        String provider = walkIn.providerId();
        boolean unknown = provider != null
                && !site.providers().isEmpty()
                && site.providers().stream().noneMatch(p -> p.providerId().equals(provider));
        if (unknown) {
            throw new Refused.AgainstRule("unknown-provider", site.name() + " does not have this provider.");
        }
        Instant now = now();
        BookAppointment order = new BookAppointment(
                Comings.newId(),
                site.siteId(),
                walkIn.serviceId(),
                provider,
                patientId,
                now,
                now.plus(WALK_IN),
                "walk-in");
        Outcome<String> booked = door.send(order, asked, "walk-in-appointment", null);
        return booked.value();
    }

    private Instant movedToNow(Arrival a, CheckInBody body, Asked asked) {
        Instant now = now();
        RescheduleAppointment move =
                new RescheduleAppointment(body.appointmentId(), now, now.plus(length(a)), body.reason());
        try {
            door.send(move, asked, "move", null);
        } catch (Refused.WrongState missed) {
            // One that was given up is brought back by the arrival, and keeps its time.
            return now;
        }
        return now;
    }

    private Coming bookedHere(Arrival a, CheckInBody body, Site site, Asked asked) {
        String service = body.serviceId() == null ? a.serviceId() : body.serviceId();
        if (site.service(service).isEmpty()) {
            throw new Refused.AgainstRule(
                    "unknown-service", site.name() + " does not have this service; name one that it has.");
        }
        Instant now = now();
        // Called off first: who may not do that at the other site has booked nothing here either.
        door.send(
                new CancelAppointment(
                        body.appointmentId(), "booked at " + site.siteId() + " instead: " + body.reason()),
                asked,
                "cancel",
                null);
        Outcome<String> booked = door.send(
                new BookAppointment(
                        Comings.newId(),
                        site.siteId(),
                        service,
                        null,
                        a.patientId(),
                        now,
                        now.plus(length(a)),
                        "moved-here"),
                asked,
                "book",
                null);
        return new Coming(a.patientId(), null, true, booked.value(), service, null, now, null, null, null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Duration length(Arrival a) {
        return Duration.between(a.start(), a.end());
    }
}
